package convas.graph.grouping;

import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Graph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The edges that cross the border of some nodes, as a module's inputs and outputs. What comes from one port outside is
 * one input, however often it is read within; what leaves from one port within is one output.
 */
final class Border {
    private final Graph graph;
    private final Set<String> ids;
    private final Map<Set<Endpoint>, String> inputs = new LinkedHashMap<>();
    private final Map<Endpoint, String> unfed = new LinkedHashMap<>();
    private final Map<Endpoint, String> outputs = new LinkedHashMap<>();

    /** @param named ports whose tensors the sheet itself gives away, as the outputs of the module that it is */
    Border(Graph graph, Set<String> ids, Set<Endpoint> named) {
        this.graph = graph;
        this.ids = ids;
        for (Edge edge : graph.edges()) {
            if (enters(edge)) {
                inputs.computeIfAbsent(sources(edge), key -> free());
            } else if (leaves(edge)) {
                output(edge.from());
            }
        }
        named.stream().filter(port -> ids.contains(port.node())).forEach(this::output);
        for (String id : graph.ids()) {
            if (ids.contains(id) && graph.incoming(id).isEmpty()) {
                unfed.put(Endpoint.of(id), free());
            }
            if (ids.contains(id) && graph.outgoing(id).isEmpty()) {
                output(Endpoint.of(id));
            }
        }
    }

    private boolean enters(Edge edge) {
        return ids.contains(edge.to().node()) && !ids.contains(edge.from().node());
    }

    private boolean leaves(Edge edge) {
        return ids.contains(edge.from().node()) && !ids.contains(edge.to().node());
    }

    /**
     * The ports that together feed the one that this edge ends at: of several, {@code when} leaves one. An edge with a
     * condition of its own keeps it within the body, and so stands alone.
     */
    private Set<Endpoint> sources(Edge edge) {
        if (!edge.extras().isEmpty()) {
            return Set.of(edge.from());
        }
        Set<Endpoint> sources = new LinkedHashSet<>();
        graph.incoming(edge.to().node()).stream()
                .filter(other -> other.to().equals(edge.to()) && other.extras().isEmpty())
                .forEach(other -> sources.add(other.from()));
        return sources;
    }

    private String free() {
        String name = "in";
        for (int number = 2; ids.contains(name) || inputs.containsValue(name) || unfed.containsValue(name); number++) {
            name = "in" + number;
        }
        return name;
    }

    private void output(Endpoint port) {
        outputs.computeIfAbsent(port, key -> outputs.isEmpty() ? "out" : "out" + (outputs.size() + 1));
    }

    List<String> inputs() {
        List<String> names = new ArrayList<>(inputs.values());
        names.addAll(unfed.values());
        return names;
    }

    /** Output name to the port that gives it. */
    Map<String, Endpoint> outputs() {
        Map<String, Endpoint> named = new LinkedHashMap<>();
        outputs.forEach((port, name) -> named.put(name, port));
        return named;
    }

    /** A port within, as the port of the module's node that gives the same. */
    Endpoint outside(Endpoint port, String module) {
        return new Endpoint(module, List.copyOf(outputs.keySet()).indexOf(port));
    }

    /** The ports that are fed from within and from outside in turn; no module can have such an input. */
    Set<Endpoint> mixed() {
        Set<Endpoint> mixed = new LinkedHashSet<>();
        inputs.keySet().stream()
                .filter(sources -> sources.stream().anyMatch(port -> ids.contains(port.node())))
                .forEach(sources -> graph.edges().stream()
                        .filter(edge -> enters(edge) && sources(edge).equals(sources))
                        .forEach(edge -> mixed.add(edge.to())));
        return mixed;
    }

    /** The body's edges; their conditions as the sheet writes them. */
    List<Edge> within() {
        Set<Edge> edges = new LinkedHashSet<>();
        for (Edge edge : graph.edges()) {
            if (enters(edge)) {
                edges.add(new Edge(Endpoint.of(inputs.get(sources(edge))), edge.to(), edge.extras()));
            } else if (ids.contains(edge.to().node())) {
                edges.add(edge);
            }
        }
        unfed.forEach((port, name) -> edges.add(new Edge(Endpoint.of(name), port)));
        return List.copyOf(edges);
    }

    /** The sheet's edges, with a module's node in the place of the nodes. */
    List<Edge> around(String module) {
        List<Set<Endpoint>> order = List.copyOf(inputs.keySet());
        Set<Edge> edges = new LinkedHashSet<>();
        for (Edge edge : graph.edges()) {
            if (enters(edge)) {
                edges.add(new Edge(edge.from(), new Endpoint(module, order.indexOf(sources(edge)))));
            } else if (leaves(edge)) {
                edges.add(new Edge(outside(edge.from(), module), edge.to(), edge.extras()));
            } else if (!ids.contains(edge.to().node())) {
                edges.add(edge);
            }
        }
        return List.copyOf(edges);
    }
}
