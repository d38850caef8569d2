package convas.editor.canvas.picture;

import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.ModuleBody;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a module that is shown in place, inside the frame that the module's card has become.
 *
 * @param cards its nodes, each with the ids of the modules around it before its own ({@code stage/unit/conv}); a module
 *     that is shown in place itself stands before what it holds
 * @param wires among them and to the frame's ports, which stand for the body's ends
 * @param colors the names of the colours that its nodes were given, by the same ids
 */
public record Inside(List<NodeShape> cards, List<EdgeShape> wires, Map<String, String> colors) {
    static final double HEADER = 68;
    static final double PADDING = 22;
    /** For the wires between the frame's ports and the body. */
    static final double ENDS = 56;

    public Inside {
        cards = List.copyOf(cards);
        wires = List.copyOf(wires);
        colors = Map.copyOf(colors);
    }

    /** How large a frame round this is. */
    static Bounds frame(double x, double y, Bounds body, Flow flow) {
        boolean down = flow == Flow.DOWN;
        double width = body.width() + 2 * (down ? PADDING : ENDS);
        double height = HEADER + body.height() + (down ? ENDS + ENDS / 2 : PADDING);
        return Bounds.at(x, y, Math.max(NodeShape.WIDTH, width), height);
    }

    /** How far a body moves from its own corner into a frame. */
    private static Point shift(NodeShape frame, Bounds body, Flow flow) {
        return new Point(
                frame.bounds().centerX() - body.centerX(),
                frame.bounds().minY() + HEADER + (flow == Flow.DOWN ? ENDS / 2 : 0) - body.minY());
    }

    /** The frame with its ports where the body takes and gives its tensors, as far as that leaves them apart. */
    NodeShape aligned(NodeShape frame, Bounds body, ModuleBody module, List<Edge> edges, Flow flow) {
        Point shift = shift(frame, body, flow);
        Map<String, NodeShape> byId = byId(cards);
        List<PortShape> inputs = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (PortShape port : frame.inputs()) {
            List<PortShape> readers = edges.stream()
                    .filter(edge -> module.inputs().indexOf(edge.from().node())
                            == port.end().port())
                    .flatMap(edge -> port(byId, "", edge.to(), true).stream())
                    .toList();
            inputs.add(port.beside(readers, shift, last, flow));
            last = inputs.get(inputs.size() - 1).across(flow);
        }
        List<Endpoint> sources = List.copyOf(module.outputs().values());
        List<PortShape> outputs = new ArrayList<>();
        last = Double.NEGATIVE_INFINITY;
        for (PortShape port : frame.outputs()) {
            int number = port.end().port();
            List<PortShape> source = number < sources.size()
                    ? port(byId, "", sources.get(number), false).stream().toList()
                    : List.of();
            outputs.add(port.beside(source, shift, last, flow));
            last = outputs.get(outputs.size() - 1).across(flow);
        }
        return frame.withPorts(inputs, outputs);
    }

    private static Map<String, NodeShape> byId(List<NodeShape> cards) {
        Map<String, NodeShape> byId = new HashMap<>();
        cards.forEach(card -> byId.put(card.id(), card));
        return byId;
    }

    /** This body in a frame, with the wires from and to the frame's ports. */
    Inside in(NodeShape frame, Bounds body, ModuleBody module, List<Edge> edges, Flow flow) {
        Point shift = shift(frame, body, flow);
        double dx = shift.x();
        double dy = shift.y();
        String prefix = frame.id() + "/";
        List<NodeShape> placed =
                cards.stream().map(card -> card.moved(dx, dy).within(prefix)).toList();
        List<EdgeShape> wired = new ArrayList<>(
                wires.stream().map(wire -> wire.shifted(dx, dy).within(prefix)).toList());
        Map<String, NodeShape> byId = byId(placed);
        for (Edge edge : edges) {
            int input = module.inputs().indexOf(edge.from().node());
            if (input >= 0) {
                join(frame.port(true, input), port(byId, prefix, edge.to(), true), flow)
                        .ifPresent(wired::add);
            }
        }
        int number = 0;
        for (Endpoint from : module.outputs().values()) {
            int input = module.inputs().indexOf(from.node());
            Optional<PortShape> start = input >= 0 ? frame.port(true, input) : port(byId, prefix, from, false);
            join(start, frame.port(false, number++), flow).ifPresent(wired::add);
        }
        Map<String, String> colored = new HashMap<>();
        colors.forEach((id, color) -> colored.put(prefix + id, color));
        return new Inside(placed, wired, colored);
    }

    private static Optional<PortShape> port(Map<String, NodeShape> cards, String prefix, Endpoint end, boolean input) {
        return Optional.ofNullable(cards.get(prefix + end.node())).flatMap(card -> card.port(input, end.port()));
    }

    private static Optional<EdgeShape> join(Optional<PortShape> from, Optional<PortShape> to, Flow flow) {
        return from.flatMap(start -> to.map(end ->
                EdgeShape.between(new Edge(start.end(), end.end()), flow, start.x(), start.y(), end.x(), end.y(), "")));
    }
}
