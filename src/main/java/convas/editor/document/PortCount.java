package convas.editor.document;

import convas.analysis.NodeReport;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.NodeType;
import convas.operator.Parameter;
import convas.operator.Ports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many ports a node has.
 *
 * @param inputs those that its type asks for
 * @param more whether further inputs may be connected
 */
public record PortCount(int inputs, boolean more, int outputs) {
    /**
     * The ports of a node by its type. Parameters that are expressions count as their defaults unless the analysis
     * knows better; a type that is unknown has one port on each side.
     */
    public static PortCount of(Node node, Optional<NodeType> type, Optional<NodeReport> report) {
        if (type.isEmpty()) {
            return new PortCount(1, true, 1);
        }
        Ports inputs = type.get().inputs();
        int outputs = type.get().outputs(written(node, type.get())).count();
        // An Output has a shape but no port; a Split may have more parts than its defaults say.
        Optional<Integer> known = report.map(found -> found.outputs().size()).filter(count -> count > 0);
        if (outputs > 0 && known.isPresent()) {
            outputs = known.get();
        }
        return new PortCount(inputs.count(), inputs.more(), outputs);
    }

    /** Whether an edge may end at this port. */
    public boolean takes(int port) {
        return port < inputs || more;
    }

    /** The ports to show: at least those that edges use, so that no wire ends in the air. */
    public PortCount shown(Graph graph, String id) {
        int in = inputs;
        for (Edge edge : graph.incoming(id)) {
            in = Math.max(in, edge.to().port() + 1);
        }
        int out = outputs;
        for (Edge edge : graph.outgoing(id)) {
            out = Math.max(out, edge.from().port() + 1);
        }
        return in == inputs && out == outputs ? this : new PortCount(in, more, out);
    }

    private static Arguments written(Node node, NodeType type) {
        if (node.params().isEmpty()) {
            return Arguments.NONE;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter<?> parameter : type.parameters()) {
            Value value = node.params().get(parameter.name());
            valueOf(parameter, value).ifPresent(known -> values.put(parameter.name(), known));
        }
        return new Arguments(values);
    }

    private static <T> Optional<T> valueOf(Parameter<T> parameter, Value written) {
        Optional<T> read = written == null ? Optional.empty() : parameter.read(written, new ArrayList<>());
        return read.or(parameter::fallback);
    }
}
