package convas.editor.canvas.layout;

import convas.editor.canvas.picture.NodeShape;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Places the nodes of a sheet in layers along the flow, in rows that together have about the shape of a screen, with few
 * crossings. A pure function from sheet to layout that takes from milliseconds to seconds: to be run in the background.
 */
public final class AutoLayout {
    static final double BETWEEN_NODES = 32;
    /** Between the cards of two layers: room for a wire's label. */
    private static final double BETWEEN_LAYERS = 100;

    private static final double BETWEEN_LAYERS_DOWN = 64;
    /** Enough nodes to go the way of large sheets. */
    private static final int WARMING = 500;

    private static final Point CARD = new Point(NodeShape.WIDTH, NodeShape.HEIGHT);

    private final Flow flow;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Point> sizes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    private AutoLayout(Flow flow) {
        this.flow = flow;
    }

    static double betweenLayers(Flow flow) {
        return flow == Flow.DOWN ? BETWEEN_LAYERS_DOWN : BETWEEN_LAYERS;
    }

    /**
     * Places for the nodes, and for the ends of a module's body.
     *
     * @param only the nodes to place; with all of them the ends are placed too
     * @param flow which way the layers follow each other
     * @param size width and height of a node's card
     * @param cancelled asked again and again; soon after it says yes the layout ends
     * @throws CancellationException where it said so
     */
    public static Layout of(
            OpenSheet open, Collection<Node> only, Flow flow, Function<Node, Point> size, BooleanSupplier cancelled) {
        AutoLayout layout = new AutoLayout(flow);
        layout.describe(open, only, size);
        Point[] places = new Spread(layout.sizes, layout.wires, flow, cancelled).places();
        Map<String, Point> byId = new LinkedHashMap<>();
        layout.numbers.forEach((id, number) -> byId.put(id, places[number]));
        return new Layout(byId);
    }

    /**
     * Lays out a small sheet and forgets it: loads the library, and lets the machine learn it, so that the first large
     * sheet takes half the time.
     *
     * @throws CancellationException where it is cancelled
     */
    public static void warmUp(BooleanSupplier cancelled) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int number = 0; number < WARMING; number++) {
            nodes.add(new Node("n" + number, "", Map.of()));
            if (number > 0) {
                edges.add(Edge.of("n" + (number - 1), "n" + number));
            }
            if (number % 4 == 3 && number > 4) {
                edges.add(Edge.of("n" + (number - 4), "n" + number + ":1"));
            }
        }
        Sheet sheet = new Sheet(new Graph(nodes, edges), Layout.EMPTY);
        OpenSheet open = new OpenSheet(Place.DESIGN, sheet, Optional.empty(), Optional.empty());
        of(open, nodes, Flow.RIGHT, node -> CARD, cancelled);
    }

    private void describe(OpenSheet open, Collection<Node> only, Function<Node, Point> size) {
        Graph graph = open.sheet().graph();
        List<Edge> edges = new ArrayList<>(graph.edges());
        boolean whole = only.size() == graph.nodes().size();
        if (whole) {
            open.body().ifPresent(body -> body.inputs().forEach(name -> add(name, CARD)));
        }
        only.forEach(node -> add(node.id(), size.apply(node)));
        if (whole) {
            open.body()
                    .ifPresent(body -> body.outputs().forEach((name, from) -> {
                        add(Endpoint.output(name).node(), CARD);
                        edges.add(new Edge(from, Endpoint.output(name)));
                    }));
        }
        for (Edge edge : edges) {
            Integer from = numbers.get(edge.from().node());
            Integer to = numbers.get(edge.to().node());
            if (from != null && to != null && !from.equals(to)) {
                wires.add(new Wire(from, edge.from(), to, edge.to()));
            }
        }
    }

    private void add(String id, Point card) {
        if (numbers.putIfAbsent(id, sizes.size()) == null) {
            sizes.add(card);
        }
    }
}
