package convas.editor.canvas.picture;

import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The frame round a module's body, seen from inside: its inputs are where tensors come from, its outputs where they go.
 * Each port is level with what it is connected to, as far as that leaves them apart.
 */
final class Rim {
    /** In edges it has no id: that of the module is not known yet. */
    private static final String ID = "";

    private final Bounds cards;
    private final ModuleBody module;
    private final Flow flow;
    private final NodeShape shape;
    private final List<Edge> edges = new ArrayList<>();

    /** @param own the cards of the body */
    Rim(List<NodeShape> own, ModuleBody module, List<Edge> inner, Flow flow) {
        this.module = module;
        this.flow = flow;
        this.cards = own.stream().map(NodeShape::bounds).reduce(Bounds.NOTHING, Bounds::union);
        inner.forEach(edge -> edges.add(new Edge(end(edge.from()), edge.to())));
        int number = 0;
        for (Endpoint from : module.outputs().values()) {
            edges.add(new Edge(end(from), new Endpoint(ID, number++)));
        }
        Map<String, NodeShape> byId = new HashMap<>();
        own.forEach(card -> byId.put(card.id(), card));
        this.shape = new NodeShape(
                new Node(ID, "", Map.of()),
                NodeShape.Kind.NODE,
                room(),
                "",
                "",
                "",
                Optional.empty(),
                "",
                "",
                false,
                true,
                false,
                ports(byId, true),
                ports(byId, false),
                Optional.empty());
    }

    private Endpoint end(Endpoint from) {
        int input = module.inputs().indexOf(from.node());
        return input < 0 ? from : new Endpoint(ID, input);
    }

    /** Where tensors leave the body ({@code sinks}) or enter it. */
    private List<PortShape> ports(Map<String, NodeShape> byId, boolean sinks) {
        List<PortShape> ports = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        int count = sinks ? module.outputs().size() : module.inputs().size();
        for (int number = 0; number < count; number++) {
            Endpoint own = new Endpoint(ID, number);
            double wish = edges.stream()
                    .filter(edge -> (sinks ? edge.to() : edge.from()).equals(own))
                    .map(edge -> sinks ? edge.from() : edge.to())
                    .flatMap(end ->
                            Optional.ofNullable(byId.get(end.node()))
                                    .flatMap(card -> card.port(!sinks, end.port()))
                                    .stream())
                    .mapToDouble(port -> port.across(flow))
                    .average()
                    .orElse(flow == Flow.DOWN ? cards.centerX() : cards.centerY());
            double at = Math.max(wish, last + PortShape.APART);
            last = at;
            Bounds room = room();
            double along = flow == Flow.DOWN ? sinks ? room.maxY() : room.minY() : sinks ? room.maxX() : room.minX();
            ports.add(new PortShape(
                    own, sinks, "", flow == Flow.DOWN ? at : along, flow == Flow.DOWN ? along : at, true));
        }
        return ports;
    }

    /** What the wires of the body may not leave: along the flow the frame, across it nothing, since the frame grows. */
    Bounds room() {
        double far = 1e9;
        return flow == Flow.DOWN
                ? new Bounds(-far, cards.minY() - Inside.above(flow), far, cards.maxY() + Inside.ENDS)
                : new Bounds(cards.minX() - Inside.ENDS, -far, cards.maxX() + Inside.ENDS, far);
    }

    /** As a card whose outputs are the frame's inputs, and the other way round. */
    NodeShape shape() {
        return shape;
    }

    /** The wires of the body, with those from and to the frame. */
    List<Edge> edges() {
        return edges;
    }

    /** The frame with its ports where this has them, when the body has moved into it. */
    NodeShape aligned(NodeShape frame, Point shift) {
        return frame.withPorts(
                aligned(frame.inputs(), shape.outputs(), shift), aligned(frame.outputs(), shape.inputs(), shift));
    }

    private List<PortShape> aligned(List<PortShape> ports, List<PortShape> own, Point shift) {
        List<PortShape> aligned = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (PortShape port : ports) {
            int number = aligned.size();
            double at = number < own.size()
                    ? own.get(number).across(flow) + (flow == Flow.DOWN ? shift.x() : shift.y())
                    : Math.max(port.across(flow), last + PortShape.APART);
            aligned.add(port.acrossAt(at, flow));
            last = at;
        }
        return aligned;
    }

    /** Round the cards and the wires across the flow, along it round the cards alone. */
    Bounds bounds(List<EdgeShape> wires) {
        Bounds all = cards;
        for (EdgeShape wire : wires) {
            if (!wire.corners().isEmpty()) {
                all = all.union(wire.bounds());
            }
        }
        return flow == Flow.DOWN
                ? new Bounds(all.minX(), cards.minY(), all.maxX(), cards.maxY())
                : new Bounds(cards.minX(), all.minY(), cards.maxX(), all.maxY());
    }
}
