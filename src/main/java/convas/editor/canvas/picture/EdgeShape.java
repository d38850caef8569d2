package convas.editor.canvas.picture;

import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * A wire from an output port to an input port: a curve that leaves and arrives along the flow, level where that runs to
 * the right, upright where it runs down; or a way with corners past the cards between. What is said here of x and y
 * holds the other way round where the flow runs down.
 *
 * @param edge what it stands for
 * @param c1 x of the first inner control point, at the height of the start; {@code c2} that of the second, at the
 *     height of the end
 * @param label the shape of the tensor, {@code 16×32×32}; empty where unknown
 * @param chip where the label stands; empty where there is no room for it. A narrow one has the channels above the wire
 *     and the rest below, see {@link #isStacked}
 * @param legs its parts, where somebody lets it run through points; else none
 * @param corners its way where it runs past cards; else none
 */
public record EdgeShape(
        Edge edge,
        Flow flow,
        double x1,
        double y1,
        double c1,
        double c2,
        double x2,
        double y2,
        String label,
        Bounds chip,
        List<EdgeShape> legs,
        Corners corners) {
    static final double STACKED_HEIGHT = 28;

    private static final double BETWEEN_ROWS = 12;
    private static final double PORT_REACH = 24;
    private static final double TURN = 20;
    private static final int SAMPLES = 256;

    /** A wire between two points that looks out for no card, without a place for its label. */
    public static EdgeShape between(Edge edge, Flow flow, double x1, double y1, double x2, double y2, String label) {
        boolean down = flow == Flow.DOWN;
        double along = down ? y2 - y1 : x2 - x1;
        double across = Math.abs(down ? x2 - x1 : y2 - y1);
        double reach = along >= 0 ? Math.max(along / 2, Math.min(30, 8 + across / 4)) : 40 + Math.min(120, -along / 4);
        boolean returns = along < 0 && across > (down ? NodeShape.WIDTH : NodeShape.HEIGHT) + BETWEEN_ROWS;
        double start = down ? y1 : x1;
        double end = down ? y2 : x2;
        EdgeShape curve = new EdgeShape(
                edge, flow, x1, y1, start + reach, end - reach, x2, y2, label, Bounds.NOTHING, List.of(), Corners.NONE);
        return returns ? curve.with(back(new Point(x1, y1), new Point(x2, y2), down)) : curve;
    }

    /** Back against the flow, as at a line's end: halfway between both rows. */
    private static Corners back(Point from, Point to, boolean down) {
        double lane = down ? (from.x() + to.x()) / 2 : (from.y() + to.y()) / 2;
        return new Corners(
                down
                        ? List.of(
                                from,
                                from.plus(0, TURN),
                                new Point(lane, from.y() + TURN),
                                new Point(lane, to.y() - TURN),
                                to.plus(0, -TURN),
                                to)
                        : List.of(
                                from,
                                from.plus(TURN, 0),
                                new Point(from.x() + TURN, lane),
                                new Point(to.x() - TURN, lane),
                                to.plus(-TURN, 0),
                                to));
    }

    /** The same wire on a way past cards, without a place for its label. */
    EdgeShape with(Corners way) {
        return new EdgeShape(edge, flow, x1, y1, c1, c2, x2, y2, label, Bounds.NOTHING, List.of(), way);
    }

    /** A wire that runs through points, in this order; as {@link #between} where there are none. */
    public static EdgeShape through(Edge edge, Flow flow, Point start, List<Point> points, Point end, String label) {
        if (points.isEmpty()) {
            return between(edge, flow, start.x(), start.y(), end.x(), end.y(), label);
        }
        List<Point> way = new ArrayList<>(points);
        way.add(0, start);
        way.add(end);
        List<EdgeShape> legs = new ArrayList<>();
        for (int leg = 0; leg < way.size() - 1; leg++) {
            legs.add(leg(edge, flow, way.get(leg), way.get(leg + 1), leg == 0, leg == way.size() - 2));
        }
        EdgeShape first = legs.get(0);
        EdgeShape last = legs.get(legs.size() - 1);
        return new EdgeShape(
                edge,
                flow,
                start.x(),
                start.y(),
                first.c1,
                last.c2,
                end.x(),
                end.y(),
                label,
                Bounds.NOTHING,
                List.copyOf(legs),
                Corners.NONE);
    }

    /** It leaves and reaches ports on their own side, however near; at a point it passes straight. */
    private static EdgeShape leg(Edge edge, Flow flow, Point from, Point to, boolean first, boolean last) {
        boolean down = flow == Flow.DOWN;
        double start = down ? from.y() : from.x();
        double end = down ? to.y() : to.x();
        double half = (end - start) / 2;
        double c1 = start + (first ? Math.max(PORT_REACH, half) : half);
        double c2 = end - (last ? Math.max(PORT_REACH, half) : half);
        return new EdgeShape(
                edge, flow, from.x(), from.y(), c1, c2, to.x(), to.y(), "", Bounds.NOTHING, List.of(), Corners.NONE);
    }

    /** Whether it is a wire of a body that is shown in place. */
    public boolean isInner() {
        return edge.from().node().indexOf('/') >= 0 || edge.to().node().indexOf('/') >= 0;
    }

    /** The points that it runs through. */
    public List<Point> points() {
        return legs.stream().skip(1).map(leg -> new Point(leg.x1, leg.y1)).toList();
    }

    private boolean down() {
        return flow == Flow.DOWN;
    }

    /** Whether the label stands in two parts above and below the wire, as between cards that are close. */
    public boolean isStacked() {
        return chip.height() > STACKED_HEIGHT - 1;
    }

    EdgeShape withChip(Bounds place) {
        return new EdgeShape(edge, flow, x1, y1, c1, c2, x2, y2, label, place, legs, corners);
    }

    /** The same wire between other ends, without a place for its label; its points go along where both ends go alike. */
    public EdgeShape moved(double startX, double startY, double endX, double endY) {
        if (!legs.isEmpty()) {
            boolean alike = startX == endX && startY == endY;
            List<Point> there = points().stream()
                    .map(point -> alike ? point.plus(startX, startY) : point)
                    .toList();
            return through(
                    edge, flow, new Point(x1 + startX, y1 + startY), there, new Point(x2 + endX, y2 + endY), label);
        }
        if (!corners.isEmpty() && startX == endX && startY == endY) {
            return shifted(startX, startY);
        }
        return between(edge, flow, x1 + startX, y1 + startY, x2 + endX, y2 + endY, label);
    }

    /** The same wire elsewhere, with its label. */
    EdgeShape shifted(double dx, double dy) {
        List<EdgeShape> parts = legs.stream().map(leg -> leg.shifted(dx, dy)).toList();
        double along = down() ? dy : dx;
        return new EdgeShape(
                edge,
                flow,
                x1 + dx,
                y1 + dy,
                c1 + along,
                c2 + along,
                x2 + dx,
                y2 + dy,
                label,
                chip.isEmpty() ? chip : chip.moved(dx, dy),
                parts,
                corners.moved(dx, dy));
    }

    /** The same in a body that is shown in place: the ids of what is around come before its own. */
    EdgeShape within(String prefix) {
        Edge inner = new Edge(inside(edge.from(), prefix), inside(edge.to(), prefix));
        return new EdgeShape(inner, flow, x1, y1, c1, c2, x2, y2, label, chip, legs, corners);
    }

    /** Of the frame itself where the end has no id. */
    private static Endpoint inside(Endpoint end, String prefix) {
        String id = end.node().isEmpty() ? prefix.substring(0, prefix.length() - 1) : prefix + end.node();
        return new Endpoint(id, end.port());
    }

    /** The rectangle that the curve never leaves. */
    public Bounds bounds() {
        if (!legs.isEmpty()) {
            return legs.stream().map(EdgeShape::bounds).reduce(Bounds.NOTHING, Bounds::union);
        }
        if (!corners.isEmpty()) {
            return corners.bounds();
        }
        double low = Math.min(c1, c2);
        double high = Math.max(c1, c2);
        double left = Math.min(x1, x2);
        double right = Math.max(x1, x2);
        double top = Math.min(y1, y2);
        double bottom = Math.max(y1, y2);
        return down()
                ? new Bounds(left, Math.min(top, low), right, Math.max(bottom, high))
                : new Bounds(Math.min(left, low), top, Math.max(right, high), bottom);
    }

    /** x at {@code t} from 0 (start) to 1 (end). */
    public double xAt(double t) {
        if (!legs.isEmpty()) {
            return legs.get(legAt(t)).xAt(t * legs.size() - legAt(t));
        }
        if (!corners.isEmpty()) {
            return corners.at(t).x();
        }
        return down() ? bezier(x1, x1, x2, x2, t) : bezier(x1, c1, c2, x2, t);
    }

    /** y at {@code t} from 0 (start) to 1 (end). */
    public double yAt(double t) {
        if (!legs.isEmpty()) {
            return legs.get(legAt(t)).yAt(t * legs.size() - legAt(t));
        }
        if (!corners.isEmpty()) {
            return corners.at(t).y();
        }
        return down() ? bezier(y1, c1, c2, y2, t) : bezier(y1, y1, y2, y2, t);
    }

    private int legAt(double t) {
        return (int) Math.max(0, Math.min(legs.size() - 1, Math.floor(t * legs.size())));
    }

    private static double bezier(double p0, double p1, double p2, double p3, double t) {
        double s = 1 - t;
        return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
    }

    /** How far a point is from the curve, within a pixel. */
    public double distance(double x, double y) {
        if (!legs.isEmpty()) {
            return legs.stream().mapToDouble(leg -> leg.distance(x, y)).min().orElseThrow();
        }
        if (!corners.isEmpty()) {
            return corners.distance(x, y);
        }
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

    /**
     * Where across the flow a card stands level with this wire, put into it near a point: with its start where it is nearly
     * level, else with the part next to the point.
     */
    public double level(double x, double y) {
        double start = down() ? x1 : y1;
        double end = down() ? x2 : y2;
        if (legs.isEmpty() && corners.isEmpty() && Math.abs(end - start) < NodeShape.HEIGHT) {
            return start;
        }
        double nearest = Double.POSITIVE_INFINITY;
        double level = down() ? x : y;
        for (int part = 0; part <= SAMPLES; part++) {
            double atX = xAt((double) part / SAMPLES);
            double atY = yAt((double) part / SAMPLES);
            double distance = Math.hypot(atX - x, atY - y);
            if (distance < nearest) {
                nearest = distance;
                level = down() ? atX : atY;
            }
        }
        return level;
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
        if (!legs.isEmpty()) {
            return legs.stream().anyMatch(leg -> leg.meets(area));
        }
        if (!corners.isEmpty()) {
            return corners.meets(area);
        }
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
