package convas.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cycles of a graph, one for each knot of nodes that can all reach each other (Tarjan's strongly connected
 * components, 1972). Linear in nodes and edges, and without recursion, since a file may hold a chain of any length.
 */
final class Cycles {
    private final Graph graph;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final List<List<String>> cycles = new ArrayList<>();

    Cycles(Graph graph) {
        this.graph = graph;
    }

    /** Each cycle as its nodes in edge order, starting at the one that stands first in the file. */
    List<List<String>> all() {
        Map<String, Integer> place = new HashMap<>();
        graph.ids().forEach(id -> place.put(id, place.size()));
        graph.ids().forEach(id -> {
            if (!order.containsKey(id)) {
                search(id);
            }
        });
        for (List<String> cycle : cycles) {
            String first = Collections.min(cycle, Comparator.comparing(place::get));
            Collections.rotate(cycle, -cycle.indexOf(first));
        }
        cycles.sort(Comparator.comparing(cycle -> place.get(cycle.get(0))));
        return cycles;
    }

    private void search(String root) {
        Deque<String> path = new ArrayDeque<>();
        Map<String, Integer> nextEdge = new HashMap<>();
        enter(root, path);
        while (!path.isEmpty()) {
            String id = path.peek();
            List<Edge> edges = graph.outgoing(id);
            int index = nextEdge.merge(id, 1, Integer::sum) - 1;
            if (index < edges.size()) {
                String next = edges.get(index).to().node();
                if (graph.node(next).isEmpty()) {
                    continue;
                }
                if (!order.containsKey(next)) {
                    enter(next, path);
                } else if (isOpen.contains(next)) {
                    low.merge(id, order.get(next), Math::min);
                }
                continue;
            }
            path.pop();
            if (!path.isEmpty()) {
                low.merge(path.peek(), low.get(id), Math::min);
            }
            if (low.get(id).equals(order.get(id))) {
                close(id);
            }
        }
    }

    private void enter(String id, Deque<String> path) {
        path.push(id);
        order.put(id, order.size());
        low.put(id, order.get(id));
        open.push(id);
        isOpen.add(id);
    }

    /** Takes a finished knot off the stack; where it is more than a lone node, keeps a cycle of it. */
    private void close(String root) {
        Set<String> knot = new HashSet<>();
        String id;
        do {
            id = open.pop();
            isOpen.remove(id);
            knot.add(id);
        } while (!id.equals(root));
        boolean loops =
                graph.outgoing(root).stream().anyMatch(edge -> edge.to().node().equals(root));
        if (knot.size() > 1 || loops) {
            cycles.add(walk(root, knot));
        }
    }

    /** Within a knot every node has a way on, so a walk must come back to where it was. */
    private List<String> walk(String start, Set<String> knot) {
        Map<String, Integer> when = new LinkedHashMap<>();
        String at = start;
        while (when.putIfAbsent(at, when.size()) == null) {
            at = graph.outgoing(at).stream()
                    .map(edge -> edge.to().node())
                    .filter(knot::contains)
                    .findFirst()
                    .orElseThrow();
        }
        return new ArrayList<>(List.copyOf(when.keySet()).subList(when.get(at), when.size()));
    }
}
