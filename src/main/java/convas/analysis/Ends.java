package convas.analysis;

import convas.analysis.Element.Source;
import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Node;
import convas.operator.NodeType;
import convas.operator.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The edges that enter one node, sorted by port and checked. */
final class Ends {
    /** No node has more ports than this. */
    private static final int LAST = 9_999;

    private final Node node;
    private final Optional<Ports> ports;
    private final List<Diagnostic> problems;
    /** By port; a port without an edge holds nothing. */
    private final List<Flow> flows = new ArrayList<>(2);

    private int gone;
    private boolean complete = true;

    Ends(Node node, Optional<NodeType> type, List<Diagnostic> problems) {
        this.node = node;
        this.ports = type.map(NodeType::inputs);
        this.problems = problems;
    }

    void connect(Edge edge, Flow flow) {
        int port = edge.to().port();
        if (flow == Flow.GONE) {
            gone++;
        } else if (ports.isPresent()
                && !ports.get().more()
                && port >= ports.get().count()) {
            complain("analysis.edge.inputPort", edge.to(), ports.get().count(), node.type());
        } else if (port > LAST) {
            complain("analysis.edge.inputPort", edge.to(), LAST + 1, node.type());
        } else {
            while (flows.size() <= port) {
                flows.add(null);
            }
            if (flows.get(port) != null) {
                complain("analysis.edge.twice", port, node.id());
            } else {
                flows.set(port, flow);
            }
        }
    }

    /** Sources in port order. A port that a left-out node leaves empty is closed up where more ports are possible. */
    List<Optional<Source>> sources() {
        boolean close = gone > 0 && ports.isPresent() && ports.get().more();
        int needed = ports.isPresent() ? ports.get().count() : 0;
        List<Optional<Source>> sources = new ArrayList<>(2);
        for (int port = 0; port < flows.size(); port++) {
            Flow flow = flows.get(port);
            if (flow != null) {
                sources.add(source(flow));
            } else if (!close) {
                sources.add(missing(port));
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
        if (ports.isPresent()) {
            List<String> names = ports.get().names();
            complain("analysis.input.missing", node.type(), port < names.size() ? names.get(port) : port);
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
