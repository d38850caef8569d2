package convas.graph.grouping;

import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.GraphCheck;
import convas.graph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Why some nodes cannot become a module. */
final class Obstacles {
    private static final Set<String> ENDS = Set.of("Input", "Output");

    private final Graph graph;
    private final Set<String> ids;
    private final List<Diagnostic> found = new ArrayList<>();

    Obstacles(Graph graph, Set<String> ids) {
        this.graph = graph;
        this.ids = ids;
    }

    /** All reasons that the nodes themselves give. */
    List<Diagnostic> nodes() {
        if (ids.stream().noneMatch(id -> graph.node(id).isPresent())) {
            report("", "graph.group.empty");
        }
        for (Node node : graph.nodes()) {
            boolean inside = ids.contains(node.id());
            if (inside && ENDS.contains(node.type())) {
                report(node.id(), "graph.group.end", node.id(), node.type());
            }
            node.shares().filter(partner -> ids.contains(partner) != inside).ifPresent(partner -> {
                String out = inside ? partner : node.id();
                report(node.id(), "graph.group.shares", node.id(), partner, out);
            });
        }
        between()
                .ifPresent(path -> report(
                        path.get(1), "graph.group.between", path.get(1), path.get(0), path.get(path.size() - 1)));
        return found;
    }

    /** All reasons that the new type's name gives. */
    List<Diagnostic> name(String type, Predicate<String> taken) {
        if (!GraphCheck.isId(type)) {
            report("", "graph.id", type);
        } else if (taken.test(type)
                || graph.nodes().stream().anyMatch(node -> node.type().equals(type))) {
            report("", "graph.group.taken", type);
        }
        return found;
    }

    /** A way that leaves the nodes and comes back: it would be a cycle through the one node that takes their place. */
    private Optional<List<String>> between() {
        Map<String, String> cameFrom = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (String id : ids) {
            for (Edge edge : graph.outgoing(id)) {
                String next = edge.to().node();
                if (!ids.contains(next) && cameFrom.putIfAbsent(next, id) == null) {
                    open.add(next);
                }
            }
        }
        while (!open.isEmpty()) {
            String id = open.remove();
            for (Edge edge : graph.outgoing(id)) {
                String next = edge.to().node();
                if (ids.contains(next)) {
                    return Optional.of(way(cameFrom, id, next));
                } else if (cameFrom.putIfAbsent(next, id) == null) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private List<String> way(Map<String, String> cameFrom, String last, String back) {
        List<String> way = new ArrayList<>(List.of(last, back));
        while (!ids.contains(way.get(0))) {
            way.add(0, cameFrom.get(way.get(0)));
        }
        return way;
    }

    private void report(String path, String key, Object... arguments) {
        found.add(Diagnostic.error(path, "", key, arguments));
    }
}
