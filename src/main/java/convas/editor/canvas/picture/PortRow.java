package convas.editor.canvas.picture;

import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.operator.Arguments;
import convas.operator.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the ports of one side of a card are: one in the middle, several spread about it. */
final class PortRow {
    private static final double WIDEST_STEP = 30;
    private static final double NARROWEST_STEP = 20;
    private static final double MARGIN = 8;
    /** Between ports along a card's upper or lower edge. */
    private static final double BESIDE = 44;

    private PortRow() {}

    static double height(int ports, Flow flow) {
        if (flow == Flow.DOWN) {
            return NodeShape.HEIGHT;
        }
        return Math.max(NodeShape.HEIGHT, 2 * MARGIN + NARROWEST_STEP * (ports - 1) + 10);
    }

    static List<PortShape> inputs(String id, int count, Optional<NodeType> type, Bounds card, Graph graph, Flow flow) {
        List<String> names = type.map(known -> known.inputs().names()).orElse(List.of());
        return row(id, count, names, true, card, graph.incoming(id), flow);
    }

    static List<PortShape> outputs(String id, int count, Optional<NodeType> type, Bounds card, Graph graph, Flow flow) {
        List<String> names =
                type.map(known -> known.outputs(Arguments.NONE).names()).orElse(List.of());
        return row(id, count, names, false, card, graph.outgoing(id), flow);
    }

    static List<PortShape> row(
            String id, int count, List<String> names, boolean input, Bounds card, List<Edge> edges, Flow flow) {
        if (count == 0) {
            return List.of();
        }
        boolean down = flow == Flow.DOWN;
        double room = (down ? card.width() : card.height()) - 2 * MARGIN;
        double step = count == 1 ? 0 : Math.min(down ? BESIDE : WIDEST_STEP, room / (count - 1));
        double first = (down ? card.centerX() : card.centerY()) - step * (count - 1) / 2;
        double side = down ? input ? card.minY() : card.maxY() : input ? card.minX() : card.maxX();
        List<PortShape> ports = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            boolean used = false;
            for (Edge edge : edges) {
                used |= (input ? edge.to() : edge.from()).port() == number;
            }
            double at = first + number * step;
            ports.add(new PortShape(
                    new Endpoint(id, number),
                    input,
                    number < names.size() ? names.get(number) : "",
                    down ? at : side,
                    down ? side : at,
                    used));
        }
        return ports;
    }
}
