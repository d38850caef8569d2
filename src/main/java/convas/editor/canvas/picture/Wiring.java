package convas.editor.canvas.picture;

import convas.editor.document.Findings;
import convas.editor.document.Place;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import java.util.ArrayList;
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
    private static final double BESIDE = 18;
    private static final double CELL = 256;

    private final Map<String, NodeShape> nodes = new HashMap<>();
    private final List<NodeShape> all;
    private SpatialIndex<NodeShape> cards;
    private final Map<Long, List<Bounds>> labels = new HashMap<>();
    private final Findings findings;
    private final Place place;
    private final TextRuler ruler;
    private final Flow flow;
    private final Layout look;

    Wiring(List<NodeShape> nodes, Findings findings, Place place, TextRuler ruler, Flow flow, Layout look) {
        this.look = look;
        for (NodeShape node : nodes) {
            this.nodes.putIfAbsent(
                    node.kind() == NodeShape.Kind.OUTPUT_END ? Picture.outputKey(node.id()) : node.id(), node);
        }
        this.all = nodes;
        this.findings = findings;
        this.place = place;
        this.ruler = ruler;
        this.flow = flow;
    }

    /** The wires among the cards. */
    List<EdgeShape> wires(Graph graph) {
        List<EdgeShape> wires = new ArrayList<>(graph.edges().size());
        for (Edge edge : graph.edges()) {
            wire(edge).ifPresent(wires::add);
        }
        return wires;
    }

    List<EdgeShape> wires(Graph graph, BodyEnds ends) {
        List<EdgeShape> wires = wires(graph);
        for (Edge edge : ends.outputs()) {
            wire(edge).ifPresent(wires::add);
        }
        return wires;
    }

    /**
     * The wires after some cards moved and nothing else changed: most stay as they are.
     *
     * @param before has all wires of the sheet
     * @param moved the cards that are not those of the picture before
     */
    List<EdgeShape> rewired(Picture before, List<NodeShape> moved) {
        Set<String> ids = new HashSet<>();
        moved.forEach(node -> ids.add(node.id()));
        List<EdgeShape> wires = new ArrayList<>(before.edges().size());
        List<Edge> changed = new ArrayList<>();
        for (EdgeShape wire : before.edges()) {
            if (stays(wire, ids, moved)) {
                wires.add(wire);
                if (!wire.chip().isEmpty()) {
                    labels.computeIfAbsent(cell(wire.chip()), key -> new ArrayList<>())
                            .add(wire.chip());
                }
            } else {
                changed.add(wire.edge());
            }
        }
        changed.forEach(edge -> wire(edge).ifPresent(wires::add));
        return wires;
    }

    private boolean stays(EdgeShape wire, Set<String> ids, List<NodeShape> moved) {
        if (ids.contains(wire.edge().from().node())
                || ids.contains(wire.edge().to().node())) {
            return false;
        }
        boolean sameWay =
                look.bends().isEmpty() ? wire.legs().isEmpty() : wire.points().equals(look.bends(wire.edge()));
        return sameWay
                && (wire.chip().isEmpty()
                        || moved.stream().noneMatch(node -> node.bounds().meets(wire.chip())));
    }

    private Optional<EdgeShape> wire(Edge edge) {
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
        EdgeShape wire = EdgeShape.through(
                edge, flow, start.get().place(), look.bends(edge), end.get().place(), label);
        if (wire.returns()) {
            wire = wire.withLane(freeLane(wire));
        }
        return Optional.of(label.isEmpty() ? wire : wire.withChip(room(wire)));
    }

    private String label(NodeShape from, Endpoint port) {
        if (from.kind() == NodeShape.Kind.INPUT_END) {
            return from.shortDetail();
        }
        return PictureBuilder.shapeAt(findings, place.path(from.id()), port)
                .map(shape -> PictureBuilder.display(shape, "×"))
                .orElse("");
    }

    /** Between two rows, so that the wire runs over no card: halfway, else close to where it ends or starts. */
    private double freeLane(EdgeShape wire) {
        boolean down = flow == Flow.DOWN;
        double start = down ? wire.x1() : wire.y1();
        double end = down ? wire.x2() : wire.y2();
        double way = Math.signum(end - start);
        double beside = (down ? NodeShape.WIDTH : NodeShape.HEIGHT) / 2 + BESIDE;
        double[] wishes = {wire.lane(), end - way * beside, start + way * beside};
        for (double lane : wishes) {
            boolean[] free = {true};
            Bounds straight = down
                    ? new Bounds(lane - 6, wire.y2() - 4, lane + 6, wire.y1() + 4)
                    : new Bounds(wire.x2() - 4, lane - 6, wire.x1() + 4, lane + 6);
            cards().within(straight, node -> free[0] = false);
            if (free[0]) {
                return lane;
            }
        }
        return wire.lane();
    }

    private Bounds room(EdgeShape wire) {
        double width = ruler.width(wire.label(), TextRuler.Style.LABEL) + 2 * LABEL_PADDING;
        if (!wire.legs().isEmpty()) {
            return beside(wire, width);
        }
        for (double t : LABEL_AT) {
            Bounds wish = Bounds.at(wire.xAt(t) - width / 2, wire.yAt(t) - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
            if (isOnWire(wish, wire) && isFree(wish)) {
                labels.computeIfAbsent(cell(wish), key -> new ArrayList<>()).add(wish);
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
                labels.computeIfAbsent(cell(wish), key -> new ArrayList<>()).add(wish);
                return wish;
            }
        }
        return Bounds.NOTHING;
    }

    /** Between its ports, which stand out of their cards. */
    private boolean isOnWire(Bounds wish, EdgeShape wire) {
        if (flow == Flow.DOWN) {
            double top = wire.returns() ? wire.y2() : wire.y1();
            double bottom = wire.returns() ? wire.y1() : wire.y2();
            return wish.minY() > top + 6 && wish.maxY() < bottom - 6;
        }
        double left = wire.returns() ? wire.x2() : wire.x1();
        double right = wire.returns() ? wire.x1() : wire.x2();
        return wish.minX() > left + 6 && wish.maxX() < right - 6;
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
        labels.computeIfAbsent(cell(wish), key -> new ArrayList<>()).add(wish);
        return wish;
    }

    private SpatialIndex<NodeShape> cards() {
        if (cards == null) {
            cards = new SpatialIndex<>(all, NodeShape::bounds);
        }
        return cards;
    }

    private boolean isFree(Bounds wish) {
        boolean[] free = {true};
        cards().within(wish.grown(2), node -> free[0] = false);
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
