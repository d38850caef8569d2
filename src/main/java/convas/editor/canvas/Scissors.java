package convas.editor.canvas;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.document.Clip;
import convas.editor.document.ClipText;
import convas.editor.document.Document;
import convas.editor.document.Edit;
import convas.editor.document.Pasting;
import convas.editor.document.Rewiring;
import convas.editor.document.Selection;
import convas.graph.Flow;
import convas.graph.Point;
import convas.graph.grouping.Belongings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copies and pastes nodes by the system's clipboard, and finds room for what is added without a place. */
final class Scissors {
    private static final double OFFSET = 32;
    private static final double GAP = 24;
    /** What is left for a wire between two cards. */
    private static final double BEHIND = 64;

    private final Board board;
    private final Document document;
    private final ClipText text = new ClipText();

    Scissors(Board board) {
        this.board = board;
        this.document = board.document();
    }

    /** Puts the selected nodes on the clipboard; false where none is. */
    boolean copy() {
        Clip clip = clip();
        if (clip.isEmpty()) {
            return false;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.write(clip, document.design()));
        Clipboard.getSystemClipboard().setContent(content);
        return true;
    }

    /**
     * Puts what is on the clipboard near where it came from if that is in view, else into the middle.
     *
     * @param connected whether the copies read what their originals read
     */
    void paste(Bounds visible, boolean connected) {
        Optional<Clip> clip =
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).flatMap(text::read);
        if (clip.isEmpty() || !board.isEditable()) {
            return;
        }
        Pasting pasting = document.pasting();
        Optional<EdgeShape> wire = selectedWire().filter(found -> !connected && pasting.passes(clip.get()));
        if (wire.isPresent()) {
            put(
                    clip.get(),
                    pasting.pasteInto(
                            clip.get(),
                            place(wire.get()),
                            wire.get().edge(),
                            board.picture().layout(),
                            board.flow(),
                            length(clip.get())));
            return;
        }
        Point corner = clip.get().corner();
        Point place = visible.contains(corner.x(), corner.y())
                ? corner.plus(OFFSET, OFFSET)
                : new Point(Math.round(visible.centerX()), Math.round(visible.centerY()));
        while (isCorner(place)) {
            place = place.plus(OFFSET, OFFSET);
        }
        put(clip.get(), connected ? pasting.pasteConnected(clip.get(), place) : pasting.paste(clip.get(), place));
    }

    /** Does it, and says what came along that was not asked for. */
    private void put(Clip clip, Edit pasted) {
        Belongings.Arrival arrival = document.pasting().arrival(clip);
        if (!board.apply(pasted)) {
            return;
        }
        List<String> said = new ArrayList<>();
        Set<String> brought = new LinkedHashSet<>(arrival.variables().keySet());
        brought.addAll(arrival.let().keySet());
        if (!brought.isEmpty()) {
            said.add(board.texts().get("editorcanvas.paste.brought", String.join(", ", brought)));
        }
        arrival.renamed().forEach((old, now) -> said.add(board.texts().get("editorcanvas.paste.renamed", old, now)));
        if (!said.isEmpty()) {
            board.hint(String.join(" ", said));
        }
    }

    /** Of the clip's cards along the flow, with the room to the next. */
    private double length(Clip clip) {
        boolean down = board.flow() == Flow.DOWN;
        Point corner = clip.corner();
        double far = 0;
        for (Point place : clip.sheet().layout().positions().values()) {
            far = Math.max(far, down ? place.y() - corner.y() : place.x() - corner.x());
        }
        return far + MoveGesture.length(board.flow());
    }

    /** The wire, where one is selected and nothing else. */
    private Optional<EdgeShape> selectedWire() {
        Selection selection = document.selection();
        return selection.edges().size() == 1 && selection.nodes().isEmpty()
                ? board.picture().edge(selection.edges().iterator().next())
                : Optional.empty();
    }

    /** Where a card stands that is put into a wire: in its middle, but behind the card that it starts at. */
    private Point place(EdgeShape wire) {
        double x = Math.round(wire.xAt(0.5) - NodeShape.WIDTH / 2);
        double y = Math.round(wire.yAt(0.5) - NodeShape.HEIGHT / 2);
        Optional<Bounds> from = board.picture().node(wire.edge().from().node()).map(NodeShape::bounds);
        if (from.isEmpty()) {
            return new Point(x, y);
        }
        return board.flow() == Flow.DOWN
                ? new Point(x, Math.max(y, from.get().maxY() + BEHIND))
                : new Point(Math.max(x, from.get().maxX() + BEHIND), y);
    }

    void duplicate() {
        board.apply(document.pasting().duplicate(clip(), OFFSET, OFFSET + NodeShape.HEIGHT));
    }

    private Clip clip() {
        Set<String> ids = document.selection().nodes();
        Clip clip = Clip.of(document.sheet().sheet(), ids, board.picture().layout());
        return clip.with(document.selection().notes())
                .with(Belongings.of(
                        document.design(), document.sheet().body(), clip.sheet().graph()));
    }

    private boolean isCorner(Point place) {
        return board.picture().nodes().stream()
                .anyMatch(node ->
                        node.bounds().minX() == place.x() && node.bounds().minY() == place.y());
    }

    /**
     * Adds a node where nothing stands. With a wire selected it goes into that; with nodes selected behind them, and reads
     * them; else into the middle of what is visible or, where that is taken, below.
     */
    boolean add(String type, Bounds visible) {
        if (!board.isEditable()) {
            return false;
        }
        Rewiring rewiring = document.rewiring();
        Optional<EdgeShape> wire = selectedWire().filter(found -> rewiring.passes(type));
        if (wire.isPresent()) {
            return board.apply(rewiring.insertNew(
                    type,
                    place(wire.get()),
                    wire.get().edge(),
                    board.picture().layout(),
                    board.flow(),
                    MoveGesture.length(board.flow())));
        }
        List<String> beside = List.copyOf(document.selection().nodes());
        if (!beside.isEmpty()) {
            return board.apply(rewiring.append(type, free(behind(beside)), beside));
        }
        return board.apply(document.intents()
                .add(
                        type,
                        free(new Point(
                                Math.round(visible.centerX() - NodeShape.WIDTH / 2),
                                Math.round(visible.centerY() - NodeShape.HEIGHT / 2)))));
    }

    /** Behind the farthest of some cards along the flow, and on a level with the last. */
    private Point behind(List<String> ids) {
        Bounds all = Bounds.NOTHING;
        Bounds last = Bounds.NOTHING;
        for (String id : ids) {
            last = board.picture().node(id).map(NodeShape::bounds).orElse(last);
            all = all.union(last);
        }
        return board.flow() == Flow.DOWN
                ? new Point(last.minX(), all.maxY() + BEHIND)
                : new Point(all.maxX() + BEHIND, last.minY());
    }

    /** The place or, where that is taken, the next below that is free; where tensors run down, beside. */
    private Point free(Point wish) {
        boolean down = board.flow() == Flow.DOWN;
        Point place = wish;
        while (isTaken(Bounds.at(place.x(), place.y(), NodeShape.WIDTH, NodeShape.HEIGHT)
                .grown(GAP / 2))) {
            place = down ? place.plus(NodeShape.WIDTH + GAP, 0) : place.plus(0, NodeShape.HEIGHT + GAP);
        }
        return place;
    }

    private boolean isTaken(Bounds place) {
        boolean[] taken = new boolean[1];
        board.picture().nodeIndex().within(place, node -> taken[0] = true);
        return taken[0];
    }
}
