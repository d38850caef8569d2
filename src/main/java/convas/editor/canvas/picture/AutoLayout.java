package convas.editor.canvas.picture;

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
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.properties.IProperty;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places the nodes of a sheet in layers along the flow, with few crossings. A pure function from sheet to layout
 * that takes from milliseconds to seconds: to be run in the background.
 */
public final class AutoLayout {
    /** Between the cards of two layers: room for a wire's label. */
    private static final double BETWEEN_LAYERS = 100;

    private static final double BETWEEN_LAYERS_DOWN = 64;

    private static final double BETWEEN_NODES = 32;
    private static final double BETWEEN_WIRES = 10;
    /** Up to this size the tidier placement is quick enough. */
    private static final int SMALL = 400;
    /** Enough nodes to go the way of large sheets. */
    private static final int WARMING = SMALL + 100;
    /** Up to this many nodes a chain stays in one row. */
    private static final int SHORT_ROW = 6;

    private static final Point CARD = new Point(NodeShape.WIDTH, NodeShape.HEIGHT);

    private final OpenSheet open;
    private final Flow flow;
    private final Function<Node, Point> size;
    private final BooleanSupplier cancelled;
    private final IProperty<PortConstraints> constraints;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<String, ElkPort> ports = new LinkedHashMap<>();

    private AutoLayout(OpenSheet open, Flow flow, Function<Node, Point> size, BooleanSupplier cancelled) {
        this.flow = flow;
        this.open = open;
        this.cancelled = cancelled;
        this.size = size;
        this.constraints = watched(LayeredOptions.PORT_CONSTRAINTS);
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
        AutoLayout layout = new AutoLayout(open, flow, size, cancelled);
        layout.describe(only);
        return layout.solve();
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

    private void describe(Collection<Node> only) {
        Graph graph = open.sheet().graph();
        only.forEach(node -> add(node.id(), size.apply(node)));
        List<Edge> edges = new ArrayList<>(graph.edges());
        if (only.size() == graph.nodes().size()) {
            open.body().ifPresent(body -> {
                body.inputs().forEach(name -> add(name, CARD));
                body.outputs().forEach((name, from) -> {
                    add(Picture.outputKey(name), CARD);
                    edges.add(new Edge(from, Endpoint.of(Picture.outputKey(name))));
                });
            });
        }
        for (Edge edge : edges) {
            if (nodes.containsKey(edge.from().node())
                    && nodes.containsKey(edge.to().node())
                    && !edge.from().node().equals(edge.to().node())) {
                ElkConnectableShape start = port(edge.from(), false);
                ElkConnectableShape end = port(edge.to(), true);
                ElkGraphUtil.createSimpleEdge(start, end);
            }
        }
    }

    private void add(String id, Point card) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(card.x(), card.y());
        node.setProperty(constraints, PortConstraints.FIXED_ORDER);
        nodes.put(id, node);
    }

    private ElkPort port(Endpoint end, boolean input) {
        PortSide side =
                flow == Flow.DOWN ? input ? PortSide.NORTH : PortSide.SOUTH : input ? PortSide.WEST : PortSide.EAST;
        return ports.computeIfAbsent(side + " " + end, key -> {
            ElkPort port = ElkGraphUtil.createPort(nodes.get(end.node()));
            port.setProperty(LayeredOptions.PORT_SIDE, side);
            // The order runs clockwise: down on the right side, up on the left; to the right above, to the left below.
            boolean forward = side == PortSide.EAST || side == PortSide.NORTH;
            port.setProperty(LayeredOptions.PORT_INDEX, forward ? end.port() : 100_000 - end.port());
            return port;
        });
    }

    private <T> IProperty<T> watched(IProperty<T> option) {
        return new WatchedOption<>(option, cancelled);
    }

    private Layout solve() {
        root.setProperty(LayeredOptions.DIRECTION, flow == Flow.DOWN ? Direction.DOWN : Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(watched(LayeredOptions.SPACING_NODE_NODE), BETWEEN_NODES);
        root.setProperty(watched(LayeredOptions.SPACING_EDGE_NODE), BETWEEN_WIRES);
        root.setProperty(watched(LayeredOptions.SPACING_EDGE_EDGE), BETWEEN_WIRES);
        root.setProperty(
                LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS,
                flow == Flow.DOWN ? BETWEEN_LAYERS_DOWN : BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 10.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 4.0);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY,
                nodes.size() <= SMALL ? NodePlacementStrategy.NETWORK_SIMPLEX : NodePlacementStrategy.BRANDES_KOEPF);
        if (nodes.size() > SHORT_ROW && nodes.size() <= SMALL) {
            // A long chain is broken into rows, as a text into lines.
            root.setProperty(LayeredOptions.ASPECT_RATIO, 1.8);
            root.setProperty(LayeredOptions.WRAPPING_STRATEGY, WrappingStrategy.MULTI_EDGE);
            root.setProperty(LayeredOptions.WRAPPING_CORRECTION_FACTOR, 1.0);
        }
        // Without its registry the library cannot copy its own options.
        LayoutMetaDataService.getInstance();
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return cancelled.getAsBoolean();
            }
        });
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        Map<String, Point> places = new LinkedHashMap<>();
        nodes.forEach((id, node) -> places.put(id, new Point(Math.round(node.getX()), Math.round(node.getY()))));
        return new Layout(places);
    }
}
