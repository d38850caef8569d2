package convas.editor.canvas;

import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.NoteArea;
import convas.editor.document.Selection;
import convas.graph.Note;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.paint.Color;

/** Selects every node that a rectangle drawn on empty ground touches, and every note in it; a mere click selects nothing. */
final class MarqueeGesture implements Gesture {
    private final Board board;
    private final Selection before;
    private final Pointer start;
    private Pointer now;

    MarqueeGesture(Board board, Pointer start) {
        this.board = board;
        this.before = board.document().selection();
        this.start = start;
        this.now = start;
        if (!start.keeps()) {
            board.document().select(Selection.NONE);
        }
    }

    @Override
    public void drag(Pointer pointer) {
        now = pointer;
        Bounds area = Bounds.between(start.sheet(), pointer.sheet());
        Set<String> ids = new LinkedHashSet<>();
        board.picture().nodeIndex().within(area, node -> {
            if (node.kind() == NodeShape.Kind.NODE && node.bounds().meets(area)) {
                ids.add(node.id());
            }
        });
        Set<Note> notes = new LinkedHashSet<>();
        board.picture().notes().stream()
                .filter(note -> area.contains(new NoteArea(note).bounds()))
                .forEach(notes::add);
        Selection inside = Selection.ofNodes(ids).withNotes(notes);
        board.document().select(start.other() ? before.toggled(inside) : start.adding() ? before.plus(inside) : inside);
        board.repaint();
    }

    @Override
    public void release(Pointer pointer) {
        board.repaint();
    }

    @Override
    public void cancel() {
        board.document().select(before);
    }

    @Override
    public void paint(Painter painter) {
        Color accent = board.theme().accent();
        double width = Math.abs(now.x() - start.x());
        double height = Math.abs(now.y() - start.y());
        if (width + height < 2) {
            return;
        }
        painter.box(
                Math.min(start.x(), now.x()),
                Math.min(start.y(), now.y()),
                width,
                height,
                2,
                accent.deriveColor(0, 1, 1, 0.12),
                accent,
                1);
    }
}
