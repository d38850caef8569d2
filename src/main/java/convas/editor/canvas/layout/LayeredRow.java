package convas.editor.canvas.layout;

import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.properties.IProperty;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places the nodes of one row in layers along the flow, with few crossings. */
final class LayeredRow {
    private static final double BETWEEN_WIRES = 10;
    /** Up to this size the tidier placement is quick enough. */
    private static final int SMALL = 120;

    private static final int STRAIGHT = 10;

    private final Flow flow;
    private final BooleanSupplier cancelled;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<Integer, ElkNode> nodes = new HashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();

    private LayeredRow(Flow flow, BooleanSupplier cancelled) {
        this.flow = flow;
        this.cancelled = cancelled;
    }

    /**
     * Puts places into {@code places}, the leftmost and the uppermost at 0.
     *
     * @param row the numbers of its nodes
     * @param layer of each node
     * @param wires those of which both ends are in the row
     * @throws CancellationException where it is cancelled
     */
    static void place(
            List<Integer> row,
            Point[] sizes,
            List<Wire> wires,
            int[] layer,
            Flow flow,
            BooleanSupplier cancelled,
            Point[] places) {
        if (row.size() == 1) {
            places[row.get(0)] = new Point(0, 0);
            return;
        }
        LayeredRow layout = new LayeredRow(flow, cancelled);
        IProperty<PortConstraints> constraints = layout.watched(LayeredOptions.PORT_CONSTRAINTS);
        for (int number : row) {
            ElkNode node = ElkGraphUtil.createNode(layout.root);
            node.setDimensions(sizes[number].x(), sizes[number].y());
            node.setProperty(constraints, PortConstraints.FIXED_ORDER);
            layout.nodes.put(number, node);
        }
        for (Wire wire : wires) {
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(
                    layout.port(wire.from(), wire.start(), false), layout.port(wire.to(), wire.end(), true));
            if (layer[wire.to()] - layer[wire.from()] == 1) {
                // Rather a straight chain of cards than a straight wire past them.
                edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, STRAIGHT);
            }
        }
        layout.solve();
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        for (ElkNode node : layout.nodes.values()) {
            left = Math.min(left, node.getX());
            top = Math.min(top, node.getY());
        }
        for (int number : row) {
            ElkNode node = layout.nodes.get(number);
            places[number] = new Point(Math.round(node.getX() - left), Math.round(node.getY() - top));
        }
    }

    private ElkPort port(int number, Endpoint end, boolean input) {
        PortSide side =
                flow == Flow.DOWN ? input ? PortSide.NORTH : PortSide.SOUTH : input ? PortSide.WEST : PortSide.EAST;
        return ports.computeIfAbsent(side + " " + number + " " + end.port(), key -> {
            ElkPort port = ElkGraphUtil.createPort(nodes.get(number));
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

    private void solve() {
        root.setProperty(LayeredOptions.DIRECTION, flow == Flow.DOWN ? Direction.DOWN : Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        // The row is one thing, also where its parts hang together by other rows only.
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(watched(LayeredOptions.SPACING_NODE_NODE), AutoLayout.BETWEEN_NODES);
        root.setProperty(watched(LayeredOptions.SPACING_EDGE_NODE), BETWEEN_WIRES);
        root.setProperty(watched(LayeredOptions.SPACING_EDGE_EDGE), BETWEEN_WIRES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, AutoLayout.betweenLayers(flow));
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 10.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 4.0);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY,
                nodes.size() <= SMALL ? NodePlacementStrategy.NETWORK_SIMPLEX : NodePlacementStrategy.BRANDES_KOEPF);
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
    }
}
