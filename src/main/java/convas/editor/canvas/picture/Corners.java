package convas.editor.canvas.picture;

import convas.graph.Point;
import java.util.List;

/**
 * The way of a wire that turns at right angles, past cards.
 *
 * @param points from its start to its end, each level with or upright over the one before; none for a wire that goes
 *     another way
 */
public record Corners(List<Point> points) {
    static final Corners NONE = new Corners(List.of());

    public Corners {
        points = List.copyOf(points);
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    Corners moved(double dx, double dy) {
        return new Corners(points.stream().map(point -> point.plus(dx, dy)).toList());
    }

    Bounds bounds() {
        Bounds all = Bounds.NOTHING;
        for (Point point : points) {
            all = all.union(new Bounds(point.x(), point.y(), point.x(), point.y()));
        }
        return all;
    }

    /** The place at a part of the whole length, from 0 to 1. */
    Point at(double part) {
        double left = part * length();
        for (int leg = 0; leg < points.size() - 1; leg++) {
            double length = length(leg);
            if (left <= length && length > 0) {
                Point from = points.get(leg);
                Point to = points.get(leg + 1);
                return new Point(
                        from.x() + (to.x() - from.x()) * left / length, from.y() + (to.y() - from.y()) * left / length);
            }
            left -= length;
        }
        return points.get(points.size() - 1);
    }

    private double length() {
        double all = 0;
        for (int leg = 0; leg < points.size() - 1; leg++) {
            all += length(leg);
        }
        return all;
    }

    private double length(int leg) {
        Point from = points.get(leg);
        Point to = points.get(leg + 1);
        return Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
    }

    /** The straight part between two corners, without width. */
    Bounds leg(int leg) {
        return Bounds.between(points.get(leg), points.get(leg + 1));
    }

    int legs() {
        return Math.max(0, points.size() - 1);
    }

    double distance(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int leg = 0; leg < legs(); leg++) {
            Bounds line = leg(leg);
            double dx = Math.max(0, Math.max(line.minX() - x, x - line.maxX()));
            double dy = Math.max(0, Math.max(line.minY() - y, y - line.maxY()));
            nearest = Math.min(nearest, Math.hypot(dx, dy));
        }
        return nearest;
    }

    boolean meets(Bounds area) {
        for (int leg = 0; leg < legs(); leg++) {
            if (leg(leg).meets(area)) {
                return true;
            }
        }
        return false;
    }
}
