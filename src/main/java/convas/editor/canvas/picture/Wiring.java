package convas.editor.canvas.picture;

import convas.editor.document.Findings;
import convas.editor.document.Place;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Layout;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the wires between cards, and finds room for their labels. */
final class Wiring {
    private static final double[] LABEL_AT = {0.5, 0.4, 0.6, 0.3, 0.7};
    private static final double LABEL_HEIGHT = 18;
    private static final double LABEL_PADDING = 5;
    private static final double CELL = 256;
    /** Round what moved, wires on ways past cards are looked at anew. */
    private static final double AROUND = 40;

    private static final Bounds EVERYWHERE = new Bounds(
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final Map<String, NodeShape> nodes = new HashMap<>();
    private final List<Bounds> cards;
    private final Bounds room;
    /** Made when first asked for: where hardly anything changed nobody may ask. */
    private Router router;

    private final Map<Long, List<Bounds>> labels = new HashMap<>();
    private final Findings findings;
    private final Place place;
    private final TextRuler ruler;
    private final Flow flow;
    private final Layout look;

    /** On a sheet without end. */
    Wiring(List<NodeShape> nodes, Findings findings, Place place, TextRuler ruler, Flow flow, Layout look) {
        this(nodes, Optional.empty(), EVERYWHERE, findings, place, ruler, flow, look);
    }

    /**
     * @param rim has the ports of the frame round the cards; its id is empty
     * @param room what no wire leaves
     */
    Wiring(
            List<NodeShape> nodes,
            Optional<NodeShape> rim,
            Bounds room,
            Findings findings,
            Place place,
            TextRuler ruler,
            Flow flow,
            Layout look) {
        this.look = look;
        this.room = room;
        for (NodeShape node : nodes) {
            this.nodes.putIfAbsent(
                    node.kind() == NodeShape.Kind.OUTPUT_END ? Picture.outputKey(node.id()) : node.id(), node);
        }
        rim.ifPresent(frame -> this.nodes.put(frame.id(), frame));
        this.cards = nodes.stream().map(NodeShape::bounds).toList();
        this.findings = findings;
        this.place = place;
        this.ruler = ruler;
        this.flow = flow;
    }

    /**
     * All wires of a sheet.
     *
     * @param before what was shown of the sheet; wires keep their ways as far as they can
     */
    List<EdgeShape> wires(List<Edge> edges, Picture before) {
        List<EdgeShape> wires = new ArrayList<>(edges.size());
        edges.forEach(edge -> curve(edge).ifPresent(wires::add));
        return routed(List.of(), wires, before);
    }

    /**
     * The wires after some cards moved and nothing else changed: most stay as they are.
     *
     * @param before has all wires of the sheet
     * @param moved the cards that are not those of the picture before
     */
    List<EdgeShape> rewired(Picture before, List<NodeShape> moved) {
        Set<String> ids = new HashSet<>();
        List<Bounds> now = new ArrayList<>();
        List<Bounds> touched = new ArrayList<>();
        for (NodeShape node : moved) {
            ids.add(node.id());
            now.add(node.bounds());
            touched.add(node.bounds().grown(AROUND));
            before.node(node.id()).ifPresent(old -> touched.add(old.bounds().grown(AROUND)));
        }
        SpatialIndex<Bounds> cards = new SpatialIndex<>(now, card -> card);
        SpatialIndex<Bounds> around = new SpatialIndex<>(touched, card -> card);
        List<EdgeShape> wires = new ArrayList<>(before.edges().size());
        List<EdgeShape> changed = new ArrayList<>();
        for (EdgeShape wire : before.edges()) {
            if (stays(wire, ids, cards, around)) {
                wires.add(wire);
                keep(wire.chip());
            } else {
                curve(wire.edge()).ifPresent(changed::add);
            }
        }
        wires.addAll(routed(wires, changed, Picture.EMPTY));
        return wires;
    }

    private void keep(Bounds chip) {
        if (!chip.isEmpty()) {
            labels.computeIfAbsent(cell(chip), key -> new ArrayList<>()).add(chip);
        }
    }

    private boolean stays(EdgeShape wire, Set<String> ids, SpatialIndex<Bounds> moved, SpatialIndex<Bounds> around) {
        if (ids.contains(wire.edge().from().node())
                || ids.contains(wire.edge().to().node())) {
            return false;
        }
        boolean sameWay =
                look.bends().isEmpty() ? wire.legs().isEmpty() : wire.points().equals(look.bends(wire.edge()));
        boolean[] free = {sameWay};
        if (wire.corners().isEmpty()) {
            moved.within(wire.bounds().grown(3), card -> free[0] &= !wire.meets(card.grown(2)));
        } else {
            around.within(wire.bounds(), area -> free[0] &= !wire.meets(area));
        }
        if (!wire.chip().isEmpty()) {
            moved.within(wire.chip(), card -> free[0] = false);
        }
        return free[0];
    }

    /** A wire that looks out for no card. */
    private Optional<EdgeShape> curve(Edge edge) {
        NodeShape from = nodes.get(edge.from().node());
        NodeShape to = nodes.get(edge.to().node());
        if (from == null || to == null) {
            return Optional.empty();
        }
        Optional<PortShape> start = from.port(false, edge.from().port());
        Optional<PortShape> end = to.port(true, edge.to().port());
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        String label = label(from, edge.from());
        return Optional.of(EdgeShape.through(
                edge, flow, start.get().place(), look.bends(edge), end.get().place(), label));
    }

    /** The wires on ways past cards where they need such, short ones first, with their labels. */
    private List<EdgeShape> routed(List<EdgeShape> standing, List<EdgeShape> wires, Picture before) {
        List<EdgeShape> found = new ArrayList<>(wires);
        List<Integer> waiting = new ArrayList<>();
        for (int number = 0; number < found.size(); number++) {
            EdgeShape wire = found.get(number);
            if (wire.legs().isEmpty() && !router().isPlain(wire)) {
                Optional<EdgeShape> old = before.edge(wire.edge()).filter(each -> keepsWay(each, wire));
                if (old.isPresent()) {
                    found.set(number, wire.with(old.get().corners()));
                } else {
                    waiting.add(number);
                }
            }
        }
        boolean some = !waiting.isEmpty()
                || found.stream().anyMatch(wire -> !wire.corners().isEmpty());
        if (some) {
            standing.forEach(router()::take);
            Set<Integer> later = new HashSet<>(waiting);
            for (int number = 0; number < found.size(); number++) {
                if (!later.contains(number)) {
                    router().take(found.get(number));
                }
            }
            waiting.forEach(number -> router().reserve(found.get(number)));
            waiting.sort(Comparator.comparingDouble((Integer number) -> turn(found.get(number)))
                    .thenComparingDouble(number -> length(found.get(number))));
            for (int number : waiting) {
                EdgeShape wire = found.get(number);
                Point start = new Point(wire.x1(), wire.y1());
                Point end = new Point(wire.x2(), wire.y2());
                EdgeShape way =
                        router().way(wire.edge(), start, end).map(wire::with).orElse(wire);
                router().take(way);
                found.set(number, way);
            }
        }
        found.replaceAll(wire -> wire.label().isEmpty() ? wire : wire.withChip(room(wire)));
        return found;
    }

    /** Wires along the flow first; then those back to another row, the last row first, so that none passes its end. */
    private double turn(EdgeShape wire) {
        boolean back = flow == Flow.DOWN ? wire.y2() < wire.y1() : wire.x2() < wire.x1();
        return !back ? Double.NEGATIVE_INFINITY : flow == Flow.DOWN ? -wire.x1() : -wire.y1();
    }

    private static double length(EdgeShape wire) {
        return Math.abs(wire.x2() - wire.x1()) + Math.abs(wire.y2() - wire.y1());
    }

    /** Whether a wire may go the way that it went, since its ends are where they were and no card stands there now. */
    private boolean keepsWay(EdgeShape old, EdgeShape now) {
        return !old.corners().isEmpty()
                && old.flow() == now.flow()
                && old.x1() == now.x1()
                && old.y1() == now.y1()
                && old.x2() == now.x2()
                && old.y2() == now.y2()
                && router().isClear(old.corners());
    }

    private String label(NodeShape from, Endpoint port) {
        if (from.kind() == NodeShape.Kind.INPUT_END) {
            return from.shortDetail();
        }
        return PictureBuilder.shapeAt(findings, place.path(from.id()), port)
                .map(shape -> PictureBuilder.display(shape, "×"))
                .orElse("");
    }

    private Router router() {
        if (router == null) {
            router = new Router(cards, flow, room);
        }
        return router;
    }

    private Bounds room(EdgeShape wire) {
        double width = ruler.width(wire.label(), TextRuler.Style.LABEL) + 2 * LABEL_PADDING;
        if (!wire.legs().isEmpty()) {
            return beside(wire, width);
        }
        if (!wire.corners().isEmpty()) {
            return onLeg(wire, width);
        }
        for (double t : LABEL_AT) {
            Bounds wish = Bounds.at(wire.xAt(t) - width / 2, wire.yAt(t) - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
            if (isOnWire(wish, wire) && isFree(wish)) {
                keep(wish);
                return wish;
            }
        }
        return stacked(wire);
    }

    /** In the middle of one of the parts of a wire that runs through points. */
    private Bounds beside(EdgeShape wire, double width) {
        for (EdgeShape leg : wire.legs()) {
            Bounds wish = Bounds.at(leg.xAt(0.5) - width / 2, leg.yAt(0.5) - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
            if (isFree(wish)) {
                keep(wish);
                return wish;
            }
        }
        return Bounds.NOTHING;
    }

    /** On the longest straight part of a way past cards that has room for it. */
    private Bounds onLeg(EdgeShape wire, double width) {
        Corners way = wire.corners();
        List<Bounds> legs = new ArrayList<>();
        for (int leg = 0; leg < way.legs(); leg++) {
            legs.add(way.leg(leg));
        }
        legs.sort(Comparator.comparingDouble(leg -> -leg.width() - leg.height()));
        for (Bounds leg : legs) {
            double length = leg.width() > leg.height() ? leg.width() - width : leg.height() - LABEL_HEIGHT;
            Bounds wish = Bounds.at(leg.centerX() - width / 2, leg.centerY() - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
            if (length > 2 * LABEL_PADDING && isFree(wish) && router().isFree(wish, wire.edge())) {
                keep(wish);
                return wish;
            }
        }
        return Bounds.NOTHING;
    }

    /** Between its ports, which stand out of their cards. */
    private boolean isOnWire(Bounds wish, EdgeShape wire) {
        return flow == Flow.DOWN
                ? wish.minY() > wire.y1() + 6 && wish.maxY() < wire.y2() - 6
                : wish.minX() > wire.x1() + 6 && wish.maxX() < wire.x2() - 6;
    }

    /** Where cards are close: the channels above a level wire, the rest below. */
    private Bounds stacked(EdgeShape wire) {
        int cut = wire.label().indexOf('×');
        String longer = cut < 0 ? wire.label() : wire.label().substring(cut + 1);
        double width = ruler.width(longer, TextRuler.Style.LABEL);
        boolean level = flow == Flow.RIGHT && Math.abs(wire.y2() - wire.y1()) < 2 && wire.x2() > wire.x1();
        Bounds wish = Bounds.at(
                (wire.x1() + wire.x2() - width) / 2,
                wire.y1() - EdgeShape.STACKED_HEIGHT / 2,
                width,
                EdgeShape.STACKED_HEIGHT);
        if (!level || width > wire.x2() - wire.x1() - 6 || !isFree(wish)) {
            return Bounds.NOTHING;
        }
        keep(wish);
        return wish;
    }

    private boolean isFree(Bounds wish) {
        boolean[] free = {router().isBeside(wish.grown(2))};
        long column = (long) Math.floor(wish.minX() / CELL);
        long row = (long) Math.floor(wish.minY() / CELL);
        for (long x = column - 1; x <= column + 1 && free[0]; x++) {
            for (long y = row - 1; y <= row + 1; y++) {
                for (Bounds taken : labels.getOrDefault(key(x, y), List.of())) {
                    free[0] &= !taken.meets(wish.grown(2));
                }
            }
        }
        return free[0];
    }

    private static long cell(Bounds label) {
        return key((long) Math.floor(label.minX() / CELL), (long) Math.floor(label.minY() / CELL));
    }

    private static long key(long column, long row) {
        return column << 32 ^ (row & 0xffff_ffffL);
    }
}
