package convas.editor.canvas.picture;

import convas.graph.Edge;

/**
 * A wire as a curve from an output port to an input port. It leaves and arrives level; its two inner control points are
 * at ({@code c1x}, {@code y1}) and ({@code c2x}, {@code y2}). A wire back to the left of another row, as at a line's end,
 * turns round, runs straight between the rows, and turns round again.
 *
 * @param edge what it stands for
 * @param lane height of the straight part of a wire that returns
 * @param label the shape of the tensor, {@code 16×32×32}; empty where unknown
 * @param chip where the label stands; empty where there is no room for it. A narrow one has the channels above the wire
 *     and the rest below, see {@link #isStacked}
 */
public record EdgeShape(
        Edge edge,
        double x1,
        double y1,
        double c1x,
        double c2x,
        double x2,
        double y2,
        double lane,
        String label,
        Bounds chip) {
    static final double STACKED_HEIGHT = 28;

    /** A wire between two points, without a place for its label. */
    public static EdgeShape between(Edge edge, double x1, double y1, double x2, double y2, String label) {
        double dx = x2 - x1;
        double reach =
                dx >= 0 ? Math.max(dx / 2, Math.min(30, 8 + Math.abs(y2 - y1) / 4)) : 40 + Math.min(120, -dx / 4);
        if (dx < 0 && Math.abs(y2 - y1) > NodeShape.HEIGHT + 12) {
            reach = 44;
        }
        return new EdgeShape(edge, x1, y1, x1 + reach, x2 - reach, x2, y2, (y1 + y2) / 2, label, Bounds.NOTHING);
    }

    /** Whether it runs back between two rows, at the height of its {@link #lane}. */
    public boolean returns() {
        return x2 < x1 && Math.abs(y2 - y1) > NodeShape.HEIGHT + 12;
    }

    /** Whether the label stands in two parts above and below the wire, as between cards that are close. */
    public boolean isStacked() {
        return chip.height() > STACKED_HEIGHT - 1;
    }

    EdgeShape withChip(Bounds place) {
        return new EdgeShape(edge, x1, y1, c1x, c2x, x2, y2, lane, label, place);
    }

    EdgeShape withLane(double height) {
        return new EdgeShape(edge, x1, y1, c1x, c2x, x2, y2, height, label, chip);
    }

    /** The rectangle that the curve never leaves. */
    public Bounds bounds() {
        return new Bounds(
                Math.min(Math.min(x1, x2), Math.min(c1x, c2x)),
                Math.min(Math.min(y1, y2), lane),
                Math.max(Math.max(x1, x2), Math.max(c1x, c2x)),
                Math.max(Math.max(y1, y2), lane));
    }

    /** x at {@code t} from 0 (start) to 1 (end). */
    public double xAt(double t) {
        if (!returns()) {
            return bezier(x1, c1x, c2x, x2, t);
        }
        return t < 0.2
                ? bezier(x1, c1x, c1x, x1, t / 0.2)
                : t > 0.8 ? bezier(x2, c2x, c2x, x2, (t - 0.8) / 0.2) : x1 + (x2 - x1) * (t - 0.2) / 0.6;
    }

    /** y at {@code t} from 0 (start) to 1 (end). */
    public double yAt(double t) {
        if (!returns()) {
            return bezier(y1, y1, y2, y2, t);
        }
        double middle = lane;
        return t < 0.2
                ? bezier(y1, y1, middle, middle, t / 0.2)
                : t > 0.8 ? bezier(middle, middle, y2, y2, (t - 0.8) / 0.2) : middle;
    }

    private static double bezier(double p0, double p1, double p2, double p3, double t) {
        double s = 1 - t;
        return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
    }

    /** How far a point is from the curve, within a pixel. */
    public double distance(double x, double y) {
        int parts = 8 + (int) Math.min(56, (Math.abs(x2 - x1) + Math.abs(y2 - y1)) / 16);
        double nearest = Double.POSITIVE_INFINITY;
        double fromX = x1;
        double fromY = y1;
        for (int part = 1; part <= parts; part++) {
            double t = (double) part / parts;
            double toX = xAt(t);
            double toY = yAt(t);
            nearest = Math.min(nearest, toSegment(x, y, fromX, fromY, toX, toY));
            fromX = toX;
            fromY = toY;
        }
        return nearest;
    }

    private static double toSegment(double x, double y, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
        return Math.hypot(x - ax - t * dx, y - ay - t * dy);
    }

    /** Whether some part of the curve is in the rectangle. */
    public boolean meets(Bounds area) {
        if (!bounds().meets(area)) {
            return false;
        }
        for (int part = 0; part <= 32; part++) {
            double t = part / 32.0;
            if (area.contains(xAt(t), yAt(t))) {
                return true;
            }
        }
        return false;
    }
}
