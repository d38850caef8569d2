package convas.editor.canvas;

import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Picture;
import convas.editor.document.Selection;
import convas.graph.Point;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Moves the selected nodes; one edit when released, however long the way. A mere click selects. */
final class MoveGesture implements Gesture {
    /** Surface pixels that a shaking hand moves in a click. */
    private static final double SLACK = 4;

    private final Board board;
    private final String grabbed;
    private final Pointer start;
    private final boolean wasSelected;
    private boolean moving;
    private double dx;
    private double dy;

    MoveGesture(Board board, NodeShape node, Pointer start) {
        this.board = board;
        this.grabbed = node.id();
        this.start = start;
        Selection selection = board.document().selection();
        this.wasSelected = selection.nodes().contains(grabbed);
        Selection one = Selection.ofNode(grabbed);
        if (start.adding()) {
            board.document().select(selection.toggled(one));
        } else if (!wasSelected) {
            board.document().select(one);
        }
    }

    @Override
    public void drag(Pointer pointer) {
        double wayX = pointer.x() - start.x();
        double wayY = pointer.y() - start.y();
        if (!moving && Math.hypot(wayX, wayY) < SLACK || !board.isEditable()) {
            return;
        }
        moving = true;
        dx = Math.round(pointer.sheet().x() - start.sheet().x());
        dy = Math.round(pointer.sheet().y() - start.sheet().y());
        board.repaint();
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
        if (moving) {
            board.apply(board.document().intents().place(moved(board.picture(), lifted(), dx, dy)));
        } else if (wasSelected && !start.adding()) {
            board.document().select(Selection.ofNode(grabbed));
        }
        board.repaint();
    }

    /** Where nodes are when they are some way from where they are shown. */
    static Map<String, Point> moved(Picture picture, Set<String> ids, double dx, double dy) {
        Map<String, Point> places = new LinkedHashMap<>();
        for (String id : ids) {
            picture.node(id)
                    .ifPresent(node -> places.put(
                            id,
                            new Point(node.bounds().minX() + dx, node.bounds().minY() + dy)));
        }
        return places;
    }

    @Override
    public Set<String> lifted() {
        return moving ? board.document().selection().nodes() : Set.of();
    }

    @Override
    public double dx() {
        return dx;
    }

    @Override
    public double dy() {
        return dy;
    }
}
