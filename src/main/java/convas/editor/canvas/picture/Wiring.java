package convas.editor.canvas.picture;

import convas.editor.document.Findings;
import convas.editor.document.Place;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the wires between cards, and finds room for their labels. */
final class Wiring {
    private static final double[] LABEL_AT = {0.5, 0.4, 0.6, 0.3, 0.7};
    private static final double LABEL_HEIGHT = 18;
    private static final double LABEL_PADDING = 6;
    private static final double CELL = 256;

    private final Map<String, NodeShape> nodes = new HashMap<>();
    private final SpatialIndex<NodeShape> cards;
    private final Map<Long, List<Bounds>> labels = new HashMap<>();
    private final Findings findings;
    private final Place place;
    private final TextRuler ruler;

    Wiring(List<NodeShape> nodes, Findings findings, Place place, TextRuler ruler) {
        for (NodeShape node : nodes) {
            this.nodes.putIfAbsent(
                    node.kind() == NodeShape.Kind.OUTPUT_END ? Picture.outputKey(node.id()) : node.id(), node);
        }
        this.cards = new SpatialIndex<>(nodes, NodeShape::bounds);
        this.findings = findings;
        this.place = place;
        this.ruler = ruler;
    }

    List<EdgeShape> wires(Graph graph, BodyEnds ends) {
        List<EdgeShape> wires = new ArrayList<>(graph.edges().size());
        for (Edge edge : graph.edges()) {
            wire(edge).ifPresent(wires::add);
        }
        for (Edge edge : ends.outputs()) {
            wire(edge).ifPresent(wires::add);
        }
        return wires;
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
        EdgeShape wire = EdgeShape.between(
                edge, start.get().x(), start.get().y(), end.get().x(), end.get().y(), label);
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

    private Bounds room(EdgeShape wire) {
        double width = ruler.width(wire.label(), TextRuler.Style.LABEL) + 2 * LABEL_PADDING;
        for (double t : LABEL_AT) {
            Bounds wish = Bounds.at(wire.xAt(t) - width / 2, wire.yAt(t) - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
            // Ports stand out of their cards.
            boolean onWire = wish.minX() > wire.x1() + 6 && wish.maxX() < wire.x2() - 6;
            if (onWire && isFree(wish)) {
                labels.computeIfAbsent(cell(wish), key -> new ArrayList<>()).add(wish);
                return wish;
            }
        }
        return Bounds.NOTHING;
    }

    private boolean isFree(Bounds wish) {
        boolean[] free = {true};
        cards.within(wish.grown(3), node -> free[0] = false);
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
