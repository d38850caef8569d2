package convas.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be wrong with a graph whatever its node types mean: ids, edges that lead nowhere, two edges into one port,
 * cycles, weights shared with nobody. Finds everything at once. Knows nothing of how many ports a type has, and
 * nothing of values: two edges into one port are refused only where neither, nor its source, may be left out by {@code when}.
 */
public final class GraphCheck {
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    /** So many names a sentence lists. */
    private static final int LISTED = 20;

    private final Graph graph;
    private final Set<String> inputs;
    private final String prefix;
    private final List<Diagnostic> found = new ArrayList<>();

    private GraphCheck(Graph graph, List<String> inputs, String prefix) {
        this.graph = graph;
        this.inputs = new HashSet<>(inputs);
        this.prefix = prefix;
    }

    /** Whether a node, an input or an output may have this name: {@code [A-Za-z_][A-Za-z0-9_-]*}. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Everything wrong with a design's own graph and with the bodies of its modules. */
    public static List<Diagnostic> check(Design design) {
        List<Diagnostic> all = new ArrayList<>(check(design.graph(), List.of(), ""));
        design.modules().forEach((type, body) -> all.addAll(check(body, "modules/" + type + "/")));
        return all;
    }

    /**
     * Everything wrong with a module's graph, its inputs and its outputs.
     *
     * @param prefix stands before every path; empty, or with a {@code /} at its end
     */
    public static List<Diagnostic> check(ModuleBody body, String prefix) {
        GraphCheck check = new GraphCheck(body.sheet().graph(), body.inputs(), prefix);
        check.run();
        check.inputs(body.inputs());
        check.outputs(body.outputs());
        return check.found;
    }

    /**
     * Everything wrong with a graph.
     *
     * @param inputs names, besides the nodes' own, at which edges may start
     * @param prefix stands before every path; empty, or with a {@code /} at its end
     */
    public static List<Diagnostic> check(Graph graph, List<String> inputs, String prefix) {
        GraphCheck check = new GraphCheck(graph, inputs, prefix);
        check.run();
        return check.found;
    }

    private void run() {
        ids();
        edges();
        for (List<String> cycle : new Cycles(graph).all()) {
            report(cycle.get(0), "", "graph.cycle", listed(cycle, " -> ") + " -> " + cycle.get(0));
        }
        Set<String> circling = circling();
        graph.nodes().forEach(node -> shares(node, circling));
    }

    private void ids() {
        Map<String, Integer> first = new HashMap<>();
        for (int index = 0; index < graph.nodes().size(); index++) {
            String id = graph.nodes().get(index).id();
            String place = "nodes[" + index + "]";
            Integer earlier = first.putIfAbsent(id, index);
            if (earlier != null) {
                report(place, "id", "graph.node.duplicate", id, "nodes[" + earlier + "]");
            } else if (!isId(id)) {
                report(place, "id", "graph.id", id);
            } else if (inputs.contains(id)) {
                report(place, "id", "graph.node.inputName", id);
            }
        }
    }

    private void edges() {
        Map<Endpoint, Edge> taken = new HashMap<>();
        for (int index = 0; index < graph.edges().size(); index++) {
            Edge edge = graph.edges().get(index);
            String place = "edges[" + index + "]";
            String from = edge.from().node();
            String to = edge.to().node();
            if (graph.node(from).isEmpty() && !inputs.contains(from)) {
                report(place, "from", "graph.edge.unknown", from);
            }
            if (graph.node(to).isPresent()) {
                // Of two edges of which one may be left out, the analysis sees whether both stay.
                Edge other = isConditional(edge) ? null : taken.putIfAbsent(edge.to(), edge);
                if (other != null) {
                    report(place, "to", "graph.edge.taken", edge.to(), other.from(), edge.from());
                }
            } else {
                report(place, "to", inputs.contains(to) ? "graph.edge.intoInput" : "graph.edge.unknown", to);
            }
        }
    }

    private boolean isConditional(Edge edge) {
        return edge.extras().containsKey("when")
                || graph.node(edge.from().node()).flatMap(Node::when).isPresent();
    }

    /** Names for a sentence; of many the first, and how many there are. */
    public static String listed(List<String> names, String separator) {
        return names.size() <= LISTED
                ? String.join(separator, names)
                : String.join(separator, names.subList(0, LISTED)) + separator + "... (" + names.size() + ")";
    }

    /** The nodes that come back to themselves by whose weights they share; each node is walked past once. */
    private Set<String> circling() {
        Set<String> circling = new HashSet<>();
        Map<String, String> walked = new HashMap<>();
        for (Node start : graph.nodes()) {
            String at = start.id();
            while (at != null && walked.putIfAbsent(at, start.id()) == null) {
                at = graph.node(at).flatMap(Node::shares).orElse(null);
            }
            // Only a walk that meets itself has found a circle that no earlier one has.
            while (at != null && start.id().equals(walked.get(at)) && circling.add(at)) {
                at = graph.node(at).flatMap(Node::shares).orElse(null);
            }
        }
        return circling;
    }

    private void shares(Node node, Set<String> circling) {
        if (node.shares().isEmpty()) {
            return;
        }
        String owner = node.shares().get();
        if (owner.equals(node.id())) {
            report(node.id(), "shares", "graph.shares.itself", owner);
            return;
        }
        if (graph.node(owner).isEmpty()) {
            report(node.id(), "shares", "graph.shares.unknown", owner);
            return;
        }
        String ownerType = graph.node(owner).get().type();
        if (!ownerType.equals(node.type())) {
            report(node.id(), "shares", "graph.shares.type", node.type(), owner, ownerType);
        }
        if (circling.contains(node.id())) {
            List<String> circle = new ArrayList<>(List.of(node.id()));
            String next = owner;
            while (!next.equals(node.id()) && circle.size() <= LISTED) {
                circle.add(next);
                next = graph.node(next).flatMap(Node::shares).orElse(node.id());
            }
            String more = circle.size() > LISTED ? ", ..." : "";
            report(
                    node.id(),
                    "shares",
                    "graph.shares.circle",
                    String.join(", ", circle.subList(0, Math.min(LISTED, circle.size()))) + more);
        }
    }

    private void inputs(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            if (!isId(name)) {
                report("inputs[" + index + "]", "", "graph.id", name);
            } else if (!seen.add(name)) {
                report("inputs[" + index + "]", "", "graph.input.duplicate", name);
            }
        }
    }

    private void outputs(Map<String, Endpoint> outputs) {
        outputs.forEach((name, source) -> {
            if (!isId(name)) {
                report("outputs", name, "graph.id", name);
            }
            if (graph.node(source.node()).isEmpty() && !inputs.contains(source.node())) {
                report("outputs", name, "graph.edge.unknown", source.node());
            }
        });
    }

    private void report(String place, String field, String key, Object... arguments) {
        found.add(Diagnostic.error(prefix + place, field, key, arguments));
    }
}
