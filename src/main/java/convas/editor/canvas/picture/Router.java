package convas.editor.canvas.picture;

import convas.graph.Edge;
import convas.graph.Flow;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds ways for wires that no plain curve can go: outside the cards that they pass, each on tracks of its own, with few
 * crossings and corners. Works with x along the flow and y across it, whichever way that runs.
 */
final class Router {
    /** From a card to a wire that passes it. */
    private static final double CLEAR = 9;
    /** From a port to the first corner. */
    private static final double STUB = 14;
    /** So many tracks beside each other are tried at each end. */
    private static final int BESIDE = 9;
    /** So far beyond both ends a way past cards is looked for, card after card. */
    private static final int HOPS = 60;
    /** What a crossing and a corner cost, in pixels of way. */
    private static final double CROSSING = 5000;

    private static final double CORNER = 24;
    /** A curve that climbs more than this, beside its length, is too near to others like it. */
    private static final double STEEPEST = 0.8;

    private static final double SHORTEST = 24;

    private final Flow flow;
    private final Bounds room;
    private final SpatialIndex<Bounds> cards;
    private final Tracks tracks = new Tracks();

    /**
     * @param cards what wires may not run through
     * @param room what they may not leave
     */
    Router(List<Bounds> cards, Flow flow, Bounds room) {
        this.flow = flow;
        this.room = turned(room);
        this.cards = new SpatialIndex<>(cards.stream().map(this::turned).toList(), card -> card);
    }

    private Bounds turned(Bounds bounds) {
        return flow == Flow.DOWN ? new Bounds(bounds.minY(), bounds.minX(), bounds.maxY(), bounds.maxX()) : bounds;
    }

    private Point turned(Point point) {
        return flow == Flow.DOWN ? new Point(point.y(), point.x()) : point;
    }

    /** Whether a plain curve between two ports is gentle and passes no card. */
    boolean isPlain(EdgeShape curve) {
        Point from = turned(new Point(curve.x1(), curve.y1()));
        Point to = turned(new Point(curve.x2(), curve.y2()));
        double along = to.x() - from.x();
        if (along < SHORTEST || Math.abs(to.y() - from.y()) > STEEPEST * along) {
            return false;
        }
        Bounds around = Bounds.between(from, to);
        List<Bounds> near = new ArrayList<>(2);
        cards.within(new Bounds(around.minX() + 1, around.minY() - 3, around.maxX() - 1, around.maxY() + 3), near::add);
        if (near.isEmpty()) {
            return true;
        }
        int parts = 8 + (int) Math.min(120, along / 8);
        for (int part = 1; part < parts; part++) {
            Point at = turned(new Point(curve.xAt((double) part / parts), curve.yAt((double) part / parts)));
            for (Bounds card : near) {
                if (card.grown(2).contains(at.x(), at.y()) && at.x() > from.x() + 1 && at.x() < to.x() - 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether an area of the sheet touches no card. */
    boolean isBeside(Bounds area) {
        boolean[] free = {true};
        cards.within(turned(area), card -> free[0] = false);
        return free[0];
    }

    /** Whether a way still runs through no card. */
    boolean isClear(Corners way) {
        boolean[] free = {true};
        for (int number = 0; number < way.legs(); number++) {
            Bounds leg = turned(way.leg(number));
            // The first and the last touch the cards that they lead from and to.
            cards.within(leg, card -> free[0] &= !card.grown(-0.5).meets(leg));
        }
        return free[0];
    }

    /** Keeps other wires off a wire's tracks. */
    void take(EdgeShape wire) {
        Object source = wire.edge().from();
        if (!wire.corners().isEmpty()) {
            List<Point> points = wire.corners().points();
            for (int leg = 0; leg < points.size() - 1; leg++) {
                take(points.get(leg), points.get(leg + 1), source);
            }
        } else if (wire.legs().isEmpty()) {
            Point from = turned(new Point(wire.x1(), wire.y1()));
            Point to = turned(new Point(wire.x2(), wire.y2()));
            double middle = (from.x() + to.x()) / 2;
            tracks.take(from.x(), from.y(), middle, from.y(), source);
            tracks.take(middle, to.y(), to.x(), to.y(), source);
            if (Math.abs(from.y() - to.y()) > 1) {
                tracks.take(middle, from.y(), middle, to.y(), source);
            }
        }
    }

    /** Keeps room at both ends of a wire that will get its way later. */
    void reserve(EdgeShape wire) {
        Point from = turned(new Point(wire.x1(), wire.y1()));
        Point to = turned(new Point(wire.x2(), wire.y2()));
        tracks.take(from.x(), from.y(), from.x() + STUB, from.y(), wire.edge().from());
        tracks.take(to.x() - STUB, to.y(), to.x(), to.y(), wire.edge().from());
    }

    private void take(Point one, Point other, Object source) {
        Point from = turned(one);
        Point to = turned(other);
        tracks.take(from.x(), from.y(), to.x(), to.y(), source);
    }

    /** Whether an area of the sheet is free of wires that start elsewhere. */
    boolean isFree(Bounds area, Edge edge) {
        return tracks.isFree(turned(area), edge.from());
    }

    /** A way past all cards; absent where there is none. */
    Optional<Corners> way(Edge edge, Point start, Point end) {
        Search search = new Search(edge.from(), turned(start), turned(end));
        search.straight();
        search.overLanes();
        if (search.least >= CROSSING) {
            search.overCorridors();
        }
        return Optional.ofNullable(search.best)
                .map(way -> new Corners(way.stream().map(this::turned).toList()));
    }

    /** The search for one wire's way. */
    private final class Search {
        private final Object source;
        private final Point from;
        private final Point to;
        private List<Point> best;
        private double least = Double.POSITIVE_INFINITY;

        Search(Object source, Point from, Point to) {
            this.source = source;
            this.from = from;
            this.to = to;
        }

        /** What a line costs; infinite where it cannot be. */
        private double cost(double x1, double y1, double x2, double y2, boolean stub) {
            Bounds line = new Bounds(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
            if (!room.contains(line) || !blocking(line).isEmpty()) {
                return Double.POSITIVE_INFINITY;
            }
            int crossed = tracks.crossed(line, source, stub);
            return crossed < 0 ? Double.POSITIVE_INFINITY : line.width() + line.height() + CORNER + CROSSING * crossed;
        }

        private List<Bounds> blocking(Bounds line) {
            List<Bounds> found = new ArrayList<>(2);
            cards.within(line.grown(CLEAR), card -> {
                // A port stands on its card's edge, so the line from it may touch that card.
                boolean own = card.minX() == to.x() && card.contains(to.x(), to.y())
                        || card.maxX() == from.x() && card.contains(from.x(), from.y());
                if (!own || card.grown(-0.5).meets(line)) {
                    found.add(card);
                }
            });
            return found;
        }

        private void offer(double cost, Point... corners) {
            if (cost < least) {
                least = cost;
                List<Point> way = new ArrayList<>(List.of(from));
                for (Point corner : corners) {
                    way.add(corner);
                }
                way.add(to);
                best = way;
            }
        }

        /** One upright line between both ends. */
        void straight() {
            for (int number = 0; number <= 2 * BESIDE; number++) {
                for (double x :
                        new double[] {from.x() + STUB + number * Tracks.APART, to.x() - STUB - number * Tracks.APART}) {
                    if (x < from.x() + STUB || x > to.x() - STUB) {
                        continue;
                    }
                    double cost = cost(x, from.y(), x, to.y(), false);
                    if (cost < least) {
                        cost += cost(from.x(), from.y(), x, from.y(), true) + cost(x, to.y(), to.x(), to.y(), true);
                        offer(cost, new Point(x, from.y()), new Point(x, to.y()));
                    }
                }
            }
        }

        /** Up or down to a lane past the cards, along it, and up or down again. */
        void overLanes() {
            double left = from.x() + STUB;
            double right = to.x() - STUB;
            for (double start : from.y() == to.y() ? new double[] {from.y()} : new double[] {from.y(), to.y()}) {
                for (int way = -1; way <= 1; way += 2) {
                    double lane = lane(start, way, left, right);
                    for (int more = 0; more < 2 && !Double.isNaN(lane); more++) {
                        over(lane);
                        lane = lane(lane, way, left, right);
                    }
                }
            }
        }

        private void over(double lane) {
            Leg out = leg(from.x(), 1, from.y(), lane);
            Leg in = leg(to.x(), -1, to.y(), lane);
            if (out.cost() + in.cost() < least) {
                double cost = out.cost() + in.cost() + cost(out.x(), lane, in.x(), lane, false);
                offer(
                        cost,
                        new Point(out.x(), from.y()),
                        new Point(out.x(), lane),
                        new Point(in.x(), lane),
                        new Point(in.x(), to.y()));
            }
        }

        /** From a port to a lane: level to x, then upright. */
        private Leg leg(double port, int side, double y, double lane) {
            Leg leg = new Leg(0, Double.POSITIVE_INFINITY);
            for (int number = 0; number < BESIDE; number++) {
                double x = port + side * (STUB + number * Tracks.APART);
                double cost = cost(x, y, x, lane, false) + cost(port, y, x, y, true);
                if (cost < leg.cost()) {
                    leg = new Leg(x, cost);
                }
                if (cost < CROSSING) {
                    break;
                }
            }
            return leg;
        }

        /** The next free level line from a height on, above (-1) or below (1); NaN where there is none near. */
        private double lane(double start, int way, double x1, double x2) {
            double lane = start + way * Tracks.APART;
            for (int hop = 0; hop < HOPS; hop++) {
                Bounds line = new Bounds(Math.min(x1, x2), lane, Math.max(x1, x2), lane);
                if (lane < room.minY() || lane > room.maxY()) {
                    return Double.NaN;
                }
                double edge = lane;
                for (Bounds card : blocking(line)) {
                    edge = way < 0
                            ? Math.min(edge, card.minY() - CLEAR - 0.5)
                            : Math.max(edge, card.maxY() + CLEAR + 0.5);
                }
                if (edge != lane) {
                    lane = edge;
                } else if (tracks.crossed(line, source, false) < 0) {
                    lane += way * Tracks.APART;
                } else {
                    return lane;
                }
            }
            return Double.NaN;
        }

        /** The same for an upright line: left (-1) or right (1). */
        private double corridor(double start, int way, double y1, double y2) {
            double at = start;
            for (int hop = 0; hop < HOPS; hop++) {
                Bounds line = new Bounds(at, Math.min(y1, y2), at, Math.max(y1, y2));
                if (at < room.minX() || at > room.maxX()) {
                    return Double.NaN;
                }
                double edge = at;
                for (Bounds card : blocking(line)) {
                    edge = way < 0
                            ? Math.min(edge, card.minX() - CLEAR - 0.5)
                            : Math.max(edge, card.maxX() + CLEAR + 0.5);
                }
                if (edge != at) {
                    at = edge;
                } else if (tracks.crossed(line, source, false) < 0) {
                    at += way * Tracks.APART;
                } else {
                    return at;
                }
            }
            return Double.NaN;
        }

        /** To a lane, along it to a corridor between or beside cards, through that to another lane, and in. */
        void overCorridors() {
            double left = from.x() + STUB;
            double right = to.x() - STUB;
            for (int out = -1; out <= 1; out += 2) {
                double first = lane(from.y(), out, left, left);
                for (int in = -1; in <= 1; in += 2) {
                    double second = lane(to.y(), in, right, right);
                    if (Double.isNaN(first) || Double.isNaN(second)) {
                        continue;
                    }
                    Bounds beside = beside(first, second);
                    double[] starts = {left, right, beside.minX() - STUB, beside.maxX() + STUB};
                    for (double start : starts) {
                        for (int way = -1; way <= 1; way += 2) {
                            double x = corridor(start, way, first, second);
                            if (!Double.isNaN(x)) {
                                through(lane(from.y(), out, left, x), x, lane(to.y(), in, x, right));
                            }
                        }
                    }
                }
            }
        }

        /** Round the cards of the rows between two lanes. */
        private Bounds beside(double first, double second) {
            Bounds[] all = {Bounds.between(from, to)};
            double far = 1e7;
            cards.within(
                    new Bounds(-far, Math.min(first, second), far, Math.max(first, second)),
                    card -> all[0] = all[0].union(card));
            return all[0];
        }

        private void through(double first, double x, double second) {
            if (Double.isNaN(first) || Double.isNaN(second)) {
                return;
            }
            Leg out = leg(from.x(), 1, from.y(), first);
            Leg in = leg(to.x(), -1, to.y(), second);
            double cost = out.cost()
                    + in.cost()
                    + cost(out.x(), first, x, first, false)
                    + cost(x, first, x, second, false)
                    + cost(x, second, in.x(), second, false);
            offer(
                    cost,
                    new Point(out.x(), from.y()),
                    new Point(out.x(), first),
                    new Point(x, first),
                    new Point(x, second),
                    new Point(in.x(), second),
                    new Point(in.x(), to.y()));
        }
    }

    /** The way between a port and a lane. */
    private record Leg(double x, double cost) {}
}
