package convas.editor.canvas.picture;

import convas.editor.document.Findings;
import convas.editor.document.Place;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Note;
import convas.graph.Point;
import convas.graph.View;
import convas.operator.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sheet as it is seen: cards and wires, and how to find them by place. */
public final class Picture {
    public static final Picture EMPTY = new Picture(List.of(), List.of(), Layout.EMPTY, Map.of(), Source.NONE);

    /** What the cards were made from, apart from where they stand. */
    record Source(Graph graph, Findings findings, Catalog catalog, Place place, View view) {
        static final Source NONE =
                new Source(Graph.EMPTY, Findings.NONE, new Catalog(List.of()), Place.DESIGN, View.PLAIN);

        /** Whether cards made from either are the same; in doubt, no. */
        boolean isSame(Source other) {
            return graph == other.graph
                    && findings == other.findings
                    && catalog == other.catalog
                    && place.equals(other.place)
                    && view.equals(other.view);
        }
    }

    private final Source source;
    private final List<NodeShape> nodes;
    private final List<EdgeShape> edges;
    private final List<Note> notes;
    private final Map<String, String> colors;
    private final Map<String, Inside> insides;
    private final Map<String, NodeShape> byId;
    private final Bounds bounds;
    /** Made when first asked for: a picture in which everything is in sight may never need them. */
    private Map<String, List<EdgeShape>> byEnd;

    private Map<Edge, EdgeShape> byEdge;

    private SpatialIndex<NodeShape> nodeIndex;
    private SpatialIndex<EdgeShape> edgeIndex;

    /** @param look its notes, and the colours of nodes */
    Picture(List<NodeShape> nodes, List<EdgeShape> edges, Layout look, Map<String, Inside> insides, Source source) {
        this.insides = Map.copyOf(insides);
        this.source = source;
        this.nodes = List.copyOf(nodes);
        this.edges = List.copyOf(edges);
        this.notes = look.notes();
        this.colors = insides.isEmpty() ? look.colors() : colors(look, insides.values());
        Bounds all = Bounds.NOTHING;
        byId = new HashMap<>(nodes.size() * 2);
        for (NodeShape node : nodes) {
            byId.putIfAbsent(key(node), node);
            all = all.union(node.bounds());
        }
        for (Note note : notes) {
            all = all.union(new NoteArea(note).bounds());
        }
        this.bounds = all;
    }

    private static Map<String, String> colors(Layout look, Collection<Inside> insides) {
        Map<String, String> colors = new HashMap<>(look.colors());
        insides.forEach(inside -> colors.putAll(inside.colors()));
        return colors;
    }

    boolean isFrom(Source other) {
        return source.isSame(other);
    }

    private static String key(NodeShape node) {
        return node.kind() == NodeShape.Kind.OUTPUT_END ? outputKey(node.id()) : node.id();
    }

    /** An output of a body may be called like one of its nodes. */
    static String outputKey(String name) {
        return Endpoint.output(name).node();
    }

    public List<NodeShape> nodes() {
        return nodes;
    }

    public List<EdgeShape> edges() {
        return edges;
    }

    public List<Note> notes() {
        return notes;
    }

    /** The names of the colours that nodes were given, by id; of those in frames by path. */
    public Map<String, String> colors() {
        return colors;
    }

    /** What a frame shows; absent where a node is a mere card. */
    public Optional<Inside> inside(String id) {
        return Optional.ofNullable(insides.get(id));
    }

    /** Whether some body is shown in place. */
    public boolean hasInsides() {
        return !insides.isEmpty();
    }

    /** The card of a node in a body that is shown in place, by its path on this sheet ({@code stage/conv}). */
    public Optional<NodeShape> inner(String path) {
        int cut = path.indexOf('/');
        return cut < 0
                ? Optional.empty()
                : inside(path.substring(0, cut))
                        .flatMap(inside -> inside.cards().stream()
                                .filter(card -> card.id().equals(path))
                                .findFirst());
    }

    /** What of a frame's inside is at a point; the frame itself where nothing is. */
    public NodeShape within(NodeShape frame, double x, double y) {
        NodeShape found = frame;
        for (NodeShape card : inside(frame.id()).map(Inside::cards).orElse(List.of())) {
            if (card.bounds().contains(x, y)) {
                found = card;
            }
        }
        return found;
    }

    /** What of a frame is at a point: a card inside, else a wire inside that is no farther than {@code reach}, else itself. */
    public Hit inside(NodeShape frame, double x, double y, double reach) {
        NodeShape card = within(frame, x, y);
        List<EdgeShape> wires = inside(frame.id()).map(Inside::wires).orElse(List.of());
        return card.expanded()
                ? wires.stream()
                        .filter(wire -> wire.distance(x, y) <= reach)
                        .min(Comparator.comparingDouble(wire -> wire.distance(x, y)))
                        .<Hit>map(Hit.OnEdge::new)
                        .orElse(new Hit.OnNode(card))
                : new Hit.OnNode(card);
    }

    /** Around all cards and notes; {@link Bounds#NOTHING} where there are none. */
    public Bounds bounds() {
        return bounds;
    }

    /** The card of a node, or of an input of the body. */
    public Optional<NodeShape> node(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The same, quicker where it stands at this position among {@link #nodes}. */
    Optional<NodeShape> node(String id, int position) {
        NodeShape here = position < nodes.size() ? nodes.get(position) : null;
        return here != null && here.kind() == NodeShape.Kind.NODE && here.id().equals(id)
                ? Optional.of(here)
                : node(id);
    }

    public Optional<EdgeShape> edge(Edge edge) {
        if (byEdge == null) {
            byEdge = new HashMap<>(edges.size() * 2);
            edges.forEach(each -> byEdge.put(each.edge(), each));
        }
        return Optional.ofNullable(byEdge.get(edge));
    }

    /** Wires that start or end at a node. */
    public List<EdgeShape> edgesOf(String id) {
        if (byEnd == null) {
            byEnd = new HashMap<>();
            for (EdgeShape edge : edges) {
                for (Endpoint end : List.of(edge.edge().from(), edge.edge().to())) {
                    byEnd.computeIfAbsent(end.node(), key -> new ArrayList<>(2)).add(edge);
                }
            }
        }
        return byEnd.getOrDefault(id, List.of());
    }

    public SpatialIndex<NodeShape> nodeIndex() {
        if (nodeIndex == null) {
            // Ports stand out of the card by half.
            nodeIndex = new SpatialIndex<>(nodes, node -> node.bounds().grown(6));
        }
        return nodeIndex;
    }

    public SpatialIndex<EdgeShape> edgeIndex() {
        if (edgeIndex == null) {
            edgeIndex = new SpatialIndex<>(edges, EdgeShape::bounds);
        }
        return edgeIndex;
    }

    /** Where every node stands now, also those that the design gives no place. */
    public Layout layout() {
        Map<String, Point> places = new LinkedHashMap<>();
        nodes.stream()
                .filter(node -> node.kind() == NodeShape.Kind.NODE)
                .forEach(node -> places.put(
                        node.id(), new Point(node.bounds().minX(), node.bounds().minY())));
        return new Layout(places);
    }

    /**
     * What is at a point, ports first.
     *
     * @param reach how far beside a port or wire still counts
     */
    public Hit at(double x, double y, double reach) {
        Optional<PortShape> port = portNear(x, y, Math.max(7, reach), true, true);
        return port.isPresent() ? new Hit.OnPort(port.get()) : behindPorts(x, y, reach);
    }

    /** The same where ports are too small to be seen, and so cannot be meant. */
    public Hit behindPorts(double x, double y, double reach) {
        List<NodeShape> under = new ArrayList<>();
        nodeIndex().within(new Bounds(x, y, x, y), node -> {
            if (node.bounds().contains(x, y)) {
                under.add(node);
            }
        });
        if (!under.isEmpty()) {
            return new Hit.OnNode(
                    under.stream().reduce((one, other) -> above(one, other)).get());
        }
        EdgeShape[] nearest = new EdgeShape[1];
        double[] best = {reach};
        edgeIndex().within(new Bounds(x, y, x, y).grown(reach), edge -> {
            double distance = edge.distance(x, y);
            if (distance <= best[0]) {
                best[0] = distance;
                nearest[0] = edge;
            }
        });
        return nearest[0] == null ? onGround(x, y, reach) : new Hit.OnEdge(nearest[0]);
    }

    private Hit onGround(double x, double y, double reach) {
        for (int index = notes.size() - 1; index >= 0; index--) {
            NoteArea area = new NoteArea(notes.get(index));
            if (area.holds(x, y, reach)) {
                return new Hit.OnNote(area.note(), area.corner().contains(x, y));
            }
        }
        return new Hit.Ground();
    }

    /** Later cards lie on top of earlier ones. */
    private NodeShape above(NodeShape one, NodeShape other) {
        return nodes.indexOf(one) > nodes.indexOf(other) ? one : other;
    }

    /** The nearest port no farther than {@code reach}. */
    public Optional<PortShape> portNear(double x, double y, double reach, boolean inputs, boolean outputs) {
        PortShape[] nearest = new PortShape[1];
        double[] best = {reach};
        nodeIndex().within(new Bounds(x, y, x, y).grown(reach), node -> {
            List<PortShape> ports = new ArrayList<>(4);
            if (inputs) {
                ports.addAll(node.inputs());
            }
            if (outputs) {
                ports.addAll(node.outputs());
            }
            for (PortShape port : ports) {
                double distance = Math.hypot(port.x() - x, port.y() - y);
                if (distance <= best[0]) {
                    best[0] = distance;
                    nearest[0] = port;
                }
            }
        });
        return Optional.ofNullable(nearest[0]);
    }
}
