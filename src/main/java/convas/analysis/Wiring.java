package convas.analysis;

import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A graph's nodes in an order of computation. Works on any graph: of two nodes with one id the first counts, an edge
 * without an end is left out, a cycle is cut, and each is reported.
 */
final class Wiring {
    private final Graph graph;
    private final List<Diagnostic> problems;
    private final Map<String, Integer> rank = new LinkedHashMap<>();
    private final Map<String, List<Edge>> incoming = new HashMap<>();

    /** @param outside names of the inputs, where the graph is a module's body */
    Wiring(Graph graph, List<String> outside, List<Diagnostic> problems) {
        this.graph = graph;
        this.problems = problems;
        Set<String> sources = new HashSet<>(outside);
        for (Node node : graph.nodes()) {
            if (rank.putIfAbsent(node.id(), rank.size()) != null) {
                problems.add(Diagnostic.error(node.id(), "", "analysis.node.duplicate", node.id()));
            } else if (!sources.add(node.id())) {
                problems.add(Diagnostic.error(node.id(), "", "analysis.node.inputName", node.id()));
            }
        }
        for (Edge edge : graph.edges()) {
            boolean starts = sources.contains(edge.from().node());
            boolean ends = rank.containsKey(edge.to().node());
            if (starts && ends) {
                incoming.computeIfAbsent(edge.to().node(), id -> new ArrayList<>(2))
                        .add(edge);
            } else {
                String place = ends ? edge.to().node() : starts ? edge.from().node() : "";
                problems.add(Diagnostic.error(
                        place,
                        "",
                        starts ? "analysis.edge.noTarget" : "analysis.edge.noSource",
                        edge.from().node(),
                        edge.to().node()));
            }
        }
    }

    /** Edges with two ends that enter a node, in file order. */
    List<Edge> incoming(String id) {
        return incoming.getOrDefault(id, List.of());
    }

    /** All nodes, each after those it reads, otherwise in file order. */
    List<Node> order() {
        Map<String, Integer> open = new HashMap<>();
        Map<String, List<String>> readers = new HashMap<>();
        for (String id : rank.keySet()) {
            int count = 0;
            for (Edge edge : incoming(id)) {
                if (rank.containsKey(edge.from().node())) {
                    count++;
                    readers.computeIfAbsent(edge.from().node(), from -> new ArrayList<>(2))
                            .add(id);
                }
            }
            open.put(id, count);
        }
        PriorityQueue<String> ready = new PriorityQueue<>((a, b) -> Integer.compare(rank.get(a), rank.get(b)));
        open.forEach((id, count) -> {
            if (count == 0) {
                ready.add(id);
            }
        });
        List<Node> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (order.size() < rank.size()) {
            if (ready.isEmpty()) {
                ready.add(cut(done));
            }
            String id = ready.poll();
            if (!done.add(id)) {
                continue;
            }
            order.add(graph.node(id).orElseThrow());
            for (String reader : readers.getOrDefault(id, List.of())) {
                if (open.merge(reader, -1, Integer::sum) == 0 && !done.contains(reader)) {
                    ready.add(reader);
                }
            }
        }
        return order;
    }

    /** Finds a cycle among the nodes not done, reports it, and gives the one of its nodes that comes first. */
    private String cut(Set<String> done) {
        String at = rank.keySet().stream()
                .filter(id -> !done.contains(id))
                .findFirst()
                .orElseThrow();
        List<String> trail = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        while (!seen.containsKey(at)) {
            seen.put(at, trail.size());
            trail.add(at);
            at = incoming(at).stream()
                    .map(edge -> edge.from().node())
                    .filter(id -> rank.containsKey(id) && !done.contains(id))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> cycle = new ArrayList<>(trail.subList(seen.get(at), trail.size()));
        Collections.reverse(cycle);
        String first = cycle.stream()
                .min((a, b) -> Integer.compare(rank.get(a), rank.get(b)))
                .orElseThrow();
        Collections.rotate(cycle, -cycle.indexOf(first));
        List<String> shown = new ArrayList<>(cycle);
        shown.add(first);
        problems.add(Diagnostic.error(first, "", "analysis.cycle", String.join(" → ", shown)));
        return first;
    }
}
