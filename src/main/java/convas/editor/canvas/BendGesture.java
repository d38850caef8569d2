package convas.editor.canvas;

import convas.editor.arrange.Snap;
import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.picture.EdgeShape;
import convas.graph.Edge;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves a point that a wire runs through; one edit when released. With Alt, or by a double click, a point is added where
 * the wire has none, and taken away where it has one.
 */
final class BendGesture implements Gesture {
    /** Surface pixels from which a point is meant rather than the wire beside it. */
    private static final double REACH = 9;
    /** Surface pixels that a shaking hand moves in a click. */
    private static final double SLACK = 4;

    private final Board board;
    private final EdgeShape wire;
    private final List<Point> points;
    private final int index;
    private final Pointer start;
    private boolean moving;
    private boolean changed;

    private BendGesture(Board board, EdgeShape wire, List<Point> points, int index, Pointer start, boolean added) {
        this.board = board;
        this.wire = wire;
        this.points = new ArrayList<>(points);
        this.index = index;
        this.start = start;
        this.changed = added;
    }

    /** What pressing on a wire begins; nothing where the press was all, or the wire is not the user's to bend. */
    static Optional<Gesture> begin(Board board, EdgeShape wire, Pointer pointer, int clicks) {
        Edge edge = wire.edge();
        List<Edge> own =
                board.document().sheet().sheet().graph().incoming(edge.to().node());
        if (!board.isEditable() || !own.contains(edge)) {
            return Optional.empty();
        }
        boolean adds = clicks == 2 || pointer.free();
        double reach = REACH / board.viewport().scale();
        List<Point> points = wire.points();
        for (int index = 0; index < points.size(); index++) {
            Point point = points.get(index);
            if (Math.hypot(
                            point.x() - pointer.sheet().x(),
                            point.y() - pointer.sheet().y())
                    <= reach) {
                if (adds) {
                    List<Point> fewer = new ArrayList<>(points);
                    fewer.remove(index);
                    board.apply(board.document().annotations().bend(edge, fewer));
                    return Optional.empty();
                }
                return Optional.of(new BendGesture(board, wire, points, index, pointer, false));
            }
        }
        if (!adds) {
            return Optional.empty();
        }
        Point point = new Point(
                Math.round(pointer.sheet().x()), Math.round(pointer.sheet().y()));
        List<Point> more = with(wire, point);
        return Optional.of(new BendGesture(board, wire, more, more.indexOf(point), pointer, true));
    }

    /** The points of a wire with one more, in the part of it that is nearest. */
    static List<Point> with(EdgeShape wire, Point point) {
        int nearest = 0;
        for (int leg = 1; leg < wire.legs().size(); leg++) {
            if (wire.legs().get(leg).distance(point.x(), point.y())
                    < wire.legs().get(nearest).distance(point.x(), point.y())) {
                nearest = leg;
            }
        }
        List<Point> more = new ArrayList<>(wire.points());
        more.add(nearest, point);
        return more;
    }

    @Override
    public void drag(Pointer pointer) {
        moving |= Math.hypot(pointer.x() - start.x(), pointer.y() - start.y()) >= SLACK;
        if (!moving) {
            return;
        }
        changed = true;
        double grid = board.isSnapping() && !pointer.free() ? Snap.GRID : 1;
        points.set(
                index,
                new Point(
                        Math.round(pointer.sheet().x() / grid) * grid,
                        Math.round(pointer.sheet().y() / grid) * grid));
        board.repaint();
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
        if (changed) {
            board.apply(board.document().annotations().bend(wire.edge(), points));
        }
        board.repaint();
    }

    @Override
    public void paint(Painter painter) {
        if (changed) {
            EdgeShape now = EdgeShape.through(
                    wire.edge(),
                    wire.flow(),
                    new Point(wire.x1(), wire.y1()),
                    points,
                    new Point(wire.x2(), wire.y2()),
                    "");
            SheetPainter.draft(painter, now, board.viewport(), board.theme().accent());
        }
    }
}
