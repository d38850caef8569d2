package convas.editor.canvas;

import convas.editor.arrange.Snap;
import convas.editor.canvas.paint.Lift;
import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NoteArea;
import convas.editor.document.Selection;
import convas.graph.Note;
import convas.graph.Point;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.paint.Color;

/**
 * Moves the selected notes, or changes a note's size by its corner; one edit when released. A frame takes along what
 * stands inside it; with Alt it moves alone.
 */
final class NoteGesture implements Gesture {
    private static final double SLACK = 4;

    private final Board board;
    private final Note grabbed;
    private final boolean corner;
    private final Pointer start;
    private boolean moving;
    private boolean alone;
    private double dx;
    private double dy;

    NoteGesture(Board board, Note note, boolean corner, Pointer start) {
        this.board = board;
        this.grabbed = note;
        this.corner = corner;
        this.start = start;
        Selection selection = board.document().selection();
        if (start.keeps()) {
            board.document().select(selection.toggled(Selection.ofNote(note)));
        } else if (!selection.notes().contains(note)) {
            board.document().select(Selection.ofNote(note));
        }
    }

    @Override
    public void drag(Pointer pointer) {
        boolean far = Math.hypot(pointer.x() - start.x(), pointer.y() - start.y()) >= SLACK;
        if (!board.isEditable() || !moving && !far) {
            return;
        }
        moving = true;
        alone = pointer.free();
        Bounds place = new NoteArea(grabbed).bounds();
        boolean snaps = board.isSnapping() && !alone;
        dx = onGrid(
                corner ? place.maxX() : place.minX(),
                pointer.sheet().x() - start.sheet().x(),
                snaps);
        dy = onGrid(
                corner ? place.maxY() : place.minY(),
                pointer.sheet().y() - start.sheet().y(),
                snaps);
        board.repaint();
    }

    private static double onGrid(double from, double way, boolean snaps) {
        return snaps ? Math.round((from + way) / Snap.GRID) * Snap.GRID - from : Math.round(way);
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
        if (moving && corner) {
            board.apply(board.document().annotations().change(grabbed, new NoteArea(grabbed).resized(dx, dy)));
        } else if (moving) {
            Map<String, Point> places = new LinkedHashMap<>();
            nodes().forEach(id -> board.picture()
                    .node(id)
                    .ifPresent(node -> places.put(
                            id, new Point(node.bounds().minX(), node.bounds().minY()))));
            board.apply(board.document().annotations().carry(board.document().selection(), places, notes(), dx, dy));
        }
        board.repaint();
    }

    private Set<Note> notes() {
        Set<Note> notes = new LinkedHashSet<>(board.document().selection().notes());
        notes.add(grabbed);
        if (!alone) {
            board.picture().notes().stream()
                    .filter(note -> frames(new NoteArea(note).bounds()))
                    .forEach(notes::add);
        }
        return notes;
    }

    /** The nodes that move along: those selected besides, and those in the middle of a frame that moves. */
    private Set<String> nodes() {
        Set<String> ids = new LinkedHashSet<>(board.document().selection().nodes());
        if (!alone) {
            ids.addAll(new NoteArea(grabbed).framed(board.picture()));
            board.document()
                    .selection()
                    .notes()
                    .forEach(note -> ids.addAll(new NoteArea(note).framed(board.picture())));
        }
        return ids;
    }

    private boolean frames(Bounds thing) {
        return new NoteArea(grabbed).frames(thing)
                || board.document().selection().notes().stream().anyMatch(note -> new NoteArea(note).frames(thing));
    }

    @Override
    public Lift lift() {
        return moving && !corner ? new Lift(nodes(), dx, dy, false) : Lift.NONE;
    }

    @Override
    public void paint(Painter painter) {
        if (!moving) {
            return;
        }
        if (corner) {
            outline(board, painter, new NoteArea(grabbed).resized(dx, dy));
        } else {
            notes().forEach(note -> outline(board, painter, note.movedBy(dx, dy)));
        }
    }

    /** Shows where a note is to be. */
    static void outline(Board board, Painter painter, Note note) {
        Bounds place = new NoteArea(note).bounds();
        double scale = board.viewport().scale();
        Color accent = board.theme().accent();
        painter.box(
                board.viewport().surfaceX(place.minX()),
                board.viewport().surfaceY(place.minY()),
                place.width() * scale,
                place.height() * scale,
                6 * scale,
                accent.deriveColor(0, 1, 1, 0.06),
                accent,
                1.5);
    }
}
