package convas.analysis;

import convas.analysis.Element.Source;
import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Node;
import convas.operator.NodeType;
import convas.operator.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The edges that enter one node, sorted by port and checked. */
final class Ends {
    private final Node node;
    private final Optional<NodeType> type;
    private final List<Diagnostic> problems;
    private final Map<Integer, Flow> byPort = new TreeMap<>();
    private int gone;
    private boolean complete = true;

    Ends(Node node, Optional<NodeType> type, List<Diagnostic> problems) {
        this.node = node;
        this.type = type;
        this.problems = problems;
    }

    void connect(Edge edge, Flow flow) {
        int port = edge.to().port();
        Optional<Ports> ports = type.map(NodeType::inputs);
        if (flow == Flow.GONE) {
            gone++;
        } else if (ports.isPresent()
                && !ports.get().more()
                && port >= ports.get().count()) {
            complain("analysis.edge.inputPort", edge.to(), ports.get().count(), node.type());
        } else if (byPort.containsKey(port)) {
            complain("analysis.edge.twice", port, node.id());
        } else {
            byPort.put(port, flow);
        }
    }

    /** Sources in port order. A port that a left-out node leaves empty is closed up where more ports are possible. */
    List<Optional<Source>> sources() {
        boolean more = type.map(NodeType::inputs).map(Ports::more).orElse(false);
        int last = byPort.keySet().stream().max(Integer::compare).orElse(-1);
        int needed = type.map(NodeType::inputs).map(Ports::count).orElse(0);
        List<Optional<Source>> sources = new ArrayList<>();
        if (more && gone > 0 || last > 10_000) {
            byPort.values().forEach(flow -> sources.add(source(flow)));
        } else {
            for (int port = 0; port <= last; port++) {
                sources.add(byPort.containsKey(port) ? source(byPort.get(port)) : missing(port));
            }
        }
        while (sources.size() < needed) {
            sources.add(missing(sources.size()));
        }
        return List.copyOf(sources);
    }

    private Optional<Source> source(Flow flow) {
        if (flow instanceof Flow.From from) {
            return Optional.of(from.source());
        }
        complete = false;
        return Optional.empty();
    }

    private Optional<Source> missing(int port) {
        if (type.isPresent()) {
            List<String> ports = type.get().inputs().names();
            complain("analysis.input.missing", node.type(), port < ports.size() ? ports.get(port) : port);
        }
        return Optional.empty();
    }

    private void complain(String key, Object... arguments) {
        complete = false;
        problems.add(Diagnostic.error(node.id(), "", key, arguments));
    }

    /** Whether every port has a source. Only known after {@link #sources}. */
    boolean isComplete() {
        return complete;
    }
}
