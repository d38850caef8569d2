package convas.editor.document;

import convas.graph.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was, what is and what was undone: a list of moments and a cursor. Immutable. The oldest moments are forgotten
 * when all together keep more than about 300 MB.
 */
public final class History {
    private static final long MOST_BYTES = 300_000_000;

    private final List<Moment> moments;
    private final int cursor;
    private final long weight;

    private History(List<Moment> moments, int cursor, long weight) {
        this.moments = moments;
        this.cursor = cursor;
        this.weight = weight;
    }

    /** The history of a design that was just opened or made. */
    public static History of(Design design) {
        return new History(
                List.of(new Moment(design, Selection.NONE, Place.DESIGN, Optional.empty(), Optional.empty(), design)),
                0,
                0);
    }

    /** The oldest design that is remembered. */
    Design first() {
        return moments.get(0).design();
    }

    Moment now() {
        return moments.get(cursor);
    }

    public Design design() {
        return now().design();
    }

    /** The design whose work this one of the moments is; a design that is in none stands for itself. */
    Design work(Design of) {
        return moments.stream()
                .filter(moment -> moment.design() == of)
                .map(Moment::work)
                .findFirst()
                .orElse(of);
    }

    /** How many edits can be undone. */
    public int depth() {
        return cursor;
    }

    public boolean canUndo() {
        return cursor > 0;
    }

    public boolean canRedo() {
        return cursor < moments.size() - 1;
    }

    /** The name of the edit that undo takes back. */
    public Optional<Label> undoLabel() {
        return canUndo() ? now().label() : Optional.empty();
    }

    /** The name of the edit that redo brings again. */
    public Optional<Label> redoLabel() {
        return canRedo() ? moments.get(cursor + 1).label() : Optional.empty();
    }

    History undone() {
        return canUndo() ? new History(moments, cursor - 1, weight) : this;
    }

    History redone() {
        return canRedo() ? new History(moments, cursor + 1, weight) : this;
    }

    /** The same history with another moment at the cursor: for selection and place, which are no edits. */
    History at(Moment changed) {
        List<Moment> replaced = new ArrayList<>(moments);
        replaced.set(cursor, changed);
        return new History(replaced, cursor, weight);
    }

    /** What was undone is forgotten, and this moment comes next. A moment of the same gesture is replaced. */
    History then(Moment next) {
        boolean sameGesture =
                cursor > 0 && next.gesture().isPresent() && next.gesture().equals(now().gesture());
        List<Moment> longer = new ArrayList<>(moments.subList(0, sameGesture ? cursor : cursor + 1));
        longer.add(next);
        long heavier = weight + next.weight(moments.get(longer.size() - 2));
        while (heavier > MOST_BYTES && longer.size() > 2) {
            heavier -= longer.get(1).weight(longer.get(0));
            longer.remove(0);
        }
        return new History(longer, longer.size() - 1, heavier);
    }
}
