package convas.editor.canvas.tidiness;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.Inside;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Picture;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How tidy a picture is. Looks only at what is drawn: the line of every wire, point by point, and the cards'
 * rectangles; so it measures any way of drawing wires alike.
 *
 * @param behind wires that run through a card, be it one that they only pass or one of their own ends
 * @param shared pairs of wires from different ports that lie on each other for more than a few pixels
 * @param crossings of wires that do not start at the same port
 * @param overlaps pairs of cards that lie on each other
 */
record Tidiness(int wires, int behind, int shared, int crossings, int overlaps, double width, double height) {
    /** Pixels from point to point of a wire's line. */
    private static final double STEP = 3;
    /** As near as this, two lines that run the same way look like one. */
    private static final double APART = 2.5;
    /** For so many pixels two wires may look like one. */
    private static final double LONGEST = 8;

    private static final double CELL = 64;
    /** Less than this, in radians, and two lines run the same way. */
    private static final double SAME_WAY = 0.15;

    private record Line(Edge edge, List<Point> points) {}

    private record Part(int line, int at, Point from, Point to) {
        double length() {
            return Math.hypot(to.x() - from.x(), to.y() - from.y());
        }
    }

    static Tidiness of(Picture picture) {
        List<NodeShape> cards = new ArrayList<>(picture.nodes());
        List<EdgeShape> wires = new ArrayList<>(picture.edges());
        for (NodeShape node : picture.nodes()) {
            if (node.expanded()) {
                Inside inside = picture.inside(node.id()).orElseThrow();
                cards.addAll(inside.cards());
                wires.addAll(inside.wires());
            }
        }
        List<Line> lines = wires.stream().map(Tidiness::line).toList();
        Bounds all = cards.stream().map(NodeShape::bounds).reduce(Bounds.NOTHING, Bounds::union);
        return new Tidiness(
                wires.size(),
                behind(lines, cards),
                shared(lines),
                crossings(lines),
                overlaps(cards),
                all.width(),
                all.height());
    }

    private static Line line(EdgeShape wire) {
        List<Point> rough = new ArrayList<>();
        for (int part = 0; part <= 600; part++) {
            rough.add(new Point(wire.xAt(part / 600.0), wire.yAt(part / 600.0)));
        }
        List<Point> even = new ArrayList<>();
        even.add(rough.get(0));
        for (Point point : rough) {
            Point last = even.get(even.size() - 1);
            double way = Math.hypot(point.x() - last.x(), point.y() - last.y());
            int steps = (int) Math.floor(way / STEP);
            for (int step = 1; step <= steps; step++) {
                double t = (double) step / steps;
                even.add(new Point(last.x() + (point.x() - last.x()) * t, last.y() + (point.y() - last.y()) * t));
            }
        }
        even.add(rough.get(rough.size() - 1));
        return new Line(wire.edge(), even);
    }

    private static int behind(List<Line> lines, List<NodeShape> cards) {
        Map<Long, List<NodeShape>> cells = new HashMap<>();
        for (NodeShape card : cards) {
            Bounds inner = card.bounds().grown(-1);
            for (long x = cell(inner.minX()); x <= cell(inner.maxX()); x++) {
                for (long y = cell(inner.minY()); y <= cell(inner.maxY()); y++) {
                    cells.computeIfAbsent(x << 32 ^ (y & 0xffff_ffffL), key -> new ArrayList<>())
                            .add(card);
                }
            }
        }
        int behind = 0;
        for (Line line : lines) {
            boolean found = false;
            for (Point point : line.points()) {
                List<NodeShape> here =
                        cells.getOrDefault(cell(point.x()) << 32 ^ (cell(point.y()) & 0xffff_ffffL), List.of());
                for (NodeShape card : here) {
                    found |= card.bounds().grown(-1).contains(point.x(), point.y()) && !isAround(card, line.edge());
                }
            }
            behind += found ? 1 : 0;
        }
        return behind;
    }

    /** Whether a card is a frame that the wire runs in. */
    private static boolean isAround(NodeShape card, Edge edge) {
        String prefix = card.id() + "/";
        return card.expanded()
                && (edge.from().node().startsWith(prefix) || edge.to().node().startsWith(prefix));
    }

    private static int shared(List<Line> lines) {
        Map<Long, List<Part>> cells = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            List<Point> points = lines.get(number).points();
            for (int at = 0; at < points.size() - 1; at++) {
                parts.add(new Part(number, at, points.get(at), points.get(at + 1)));
            }
        }
        double small = 8;
        for (Part part : parts) {
            long key = (long) Math.floor(part.from().x() / small) << 32
                    ^ ((long) Math.floor(part.from().y() / small) & 0xffff_ffffL);
            cells.computeIfAbsent(key, none -> new ArrayList<>()).add(part);
        }
        Map<Long, Double> together = new HashMap<>();
        for (Part part : parts) {
            Set<Integer> near = new HashSet<>();
            long column = (long) Math.floor(part.from().x() / small);
            long row = (long) Math.floor(part.from().y() / small);
            for (long x = column - 1; x <= column + 1; x++) {
                for (long y = row - 1; y <= row + 1; y++) {
                    for (Part other : cells.getOrDefault(x << 32 ^ (y & 0xffff_ffffL), List.of())) {
                        if (other.line() > part.line() && isOn(part, other)) {
                            near.add(other.line());
                        }
                    }
                }
            }
            for (int other : near) {
                together.merge((long) part.line() << 32 | other, part.length(), Double::sum);
            }
        }
        return (int) together.entrySet().stream()
                .filter(pair -> pair.getValue() > LONGEST)
                .filter(pair -> !source(lines, pair.getKey() >> 32).equals(source(lines, (int) (long) pair.getKey())))
                .count();
    }

    private static Endpoint source(List<Line> lines, long number) {
        return lines.get((int) number).edge().from();
    }

    private static boolean isOn(Part one, Part other) {
        double dx = other.to().x() - other.from().x();
        double dy = other.to().y() - other.from().y();
        double length = other.length();
        if (length == 0 || one.length() == 0) {
            return false;
        }
        double turn = ((one.to().x() - one.from().x()) * dy
                        - (one.to().y() - one.from().y()) * dx)
                / (length * one.length());
        double mx = (one.from().x() + one.to().x()) / 2 - other.from().x();
        double my = (one.from().y() + one.to().y()) / 2 - other.from().y();
        double along = (mx * dx + my * dy) / length;
        double beside = Math.abs(mx * dy - my * dx) / length;
        return Math.abs(turn) < SAME_WAY && beside < APART && along > -STEP / 2 && along < length + STEP / 2;
    }

    private static int crossings(List<Line> lines) {
        Map<Long, List<Part>> cells = new HashMap<>();
        int crossings = 0;
        for (int number = 0; number < lines.size(); number++) {
            List<Point> points = lines.get(number).points();
            List<Part> own = new ArrayList<>();
            for (int at = 0; at < points.size() - 1; at++) {
                own.add(new Part(number, at, points.get(at), points.get(at + 1)));
            }
            for (Part part : own) {
                for (long key : cellsOf(part)) {
                    for (Part other : cells.getOrDefault(key, List.of())) {
                        boolean apart = !lines.get(other.line())
                                .edge()
                                .from()
                                .equals(lines.get(number).edge().from());
                        crossings += apart && cross(part, other) ? 1 : 0;
                    }
                }
            }
            for (Part part : own) {
                long key = cellsOf(part)[0];
                cells.computeIfAbsent(key, none -> new ArrayList<>()).add(part);
            }
        }
        return crossings;
    }

    /** Those round the place where a part starts; its own first. Parts are short. */
    private static long[] cellsOf(Part part) {
        long column = cell(part.from().x());
        long row = cell(part.from().y());
        long[] cells = new long[9];
        int count = 1;
        cells[0] = column << 32 ^ (row & 0xffff_ffffL);
        for (long x = column - 1; x <= column + 1; x++) {
            for (long y = row - 1; y <= row + 1; y++) {
                if (x != column || y != row) {
                    cells[count++] = x << 32 ^ (y & 0xffff_ffffL);
                }
            }
        }
        return cells;
    }

    private static boolean cross(Part one, Part other) {
        return side(one, other.from()) * side(one, other.to()) < 0
                && side(other, one.from()) * side(other, one.to()) < 0;
    }

    private static double side(Part part, Point point) {
        double side = (part.to().x() - part.from().x())
                        * (point.y() - part.from().y())
                - (part.to().y() - part.from().y()) * (point.x() - part.from().x());
        return Math.abs(side) < 1e-6 ? 0 : Math.signum(side);
    }

    private static int overlaps(List<NodeShape> cards) {
        int overlaps = 0;
        List<NodeShape> sorted = new ArrayList<>(cards);
        sorted.sort((one, other) ->
                Double.compare(one.bounds().minX(), other.bounds().minX()));
        for (int number = 0; number < sorted.size(); number++) {
            NodeShape one = sorted.get(number);
            for (int next = number + 1; next < sorted.size(); next++) {
                NodeShape other = sorted.get(next);
                if (other.bounds().minX() > one.bounds().maxX()) {
                    break;
                }
                boolean inside =
                        other.id().startsWith(one.id() + "/") || one.id().startsWith(other.id() + "/");
                overlaps += !inside && one.bounds().grown(-1).meets(other.bounds()) ? 1 : 0;
            }
        }
        return overlaps;
    }

    private static long cell(double at) {
        return (long) Math.floor(at / CELL);
    }
}
