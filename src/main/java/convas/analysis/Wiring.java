package convas.analysis;

import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.GraphCheck;
import convas.graph.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A graph's nodes in an order of computation. Works on any graph: of two nodes with one id the first counts, an edge
 * without an end is left out, a cycle is cut, and each is reported.
 */
final class Wiring {
    /** To look for each of very many cycles would take the square of their number. */
    private static final int CYCLES_TOLD = 100;

    private final List<Diagnostic> problems;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> index;
    private final List<List<Edge>> incoming = new ArrayList<>();
    private int cuts;

    /** @param outside names of the inputs, where the graph is a module's body */
    Wiring(Graph graph, List<String> outside, List<Diagnostic> problems) {
        this.problems = problems;
        this.index = new HashMap<>(2 * graph.nodes().size());
        for (Node node : graph.nodes()) {
            if (index.putIfAbsent(node.id(), nodes.size()) != null) {
                problems.add(Diagnostic.error(node.id(), "", "analysis.node.duplicate", node.id()));
                continue;
            } else if (outside.contains(node.id())) {
                problems.add(Diagnostic.error(node.id(), "", "analysis.node.inputName", node.id()));
            }
            nodes.add(node);
            incoming.add(new ArrayList<>(2));
        }
        for (Edge edge : graph.edges()) {
            String from = edge.from().node();
            Integer to = index.get(edge.to().node());
            boolean starts = index.containsKey(from) || outside.contains(from);
            if (starts && to != null) {
                incoming.get(to).add(edge);
            } else {
                String place = to != null ? edge.to().node() : starts ? from : "";
                String key = starts ? "analysis.edge.noTarget" : "analysis.edge.noSource";
                problems.add(Diagnostic.error(place, "", key, from, edge.to().node()));
            }
        }
    }

    /** Edges with two ends that enter a node, in file order. */
    List<Edge> incoming(Node node) {
        return incoming.get(index.get(node.id()));
    }

    /** All nodes, each after those it reads, otherwise in file order. */
    List<Node> order() {
        int[] open = new int[nodes.size()];
        List<List<Integer>> readers = new ArrayList<>(nodes.size());
        nodes.forEach(node -> readers.add(new ArrayList<>(2)));
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int at = 0; at < nodes.size(); at++) {
            for (Edge edge : incoming.get(at)) {
                Integer from = index.get(edge.from().node());
                if (from != null) {
                    open[at]++;
                    readers.get(from).add(at);
                }
            }
            if (open[at] == 0) {
                ready.add(at);
            }
        }
        List<Node> order = new ArrayList<>(nodes.size());
        BitSet done = new BitSet();
        while (order.size() < nodes.size()) {
            int at = ready.isEmpty() ? cut(done) : ready.poll();
            if (done.get(at)) {
                continue;
            }
            done.set(at);
            order.add(nodes.get(at));
            for (int reader : readers.get(at)) {
                if (--open[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        return order;
    }

    /**
     * Finds a cycle among the nodes not done, reports it, and gives the one of its nodes that comes first; after the first
     * hundred any node not done.
     */
    private int cut(BitSet done) {
        int at = done.nextClearBit(0);
        if (cuts++ >= CYCLES_TOLD) {
            return at;
        }
        List<Integer> trail = new ArrayList<>();
        BitSet seen = new BitSet();
        while (!seen.get(at)) {
            seen.set(at);
            trail.add(at);
            at = incoming.get(at).stream()
                    .map(edge -> index.get(edge.from().node()))
                    .filter(from -> from != null && !done.get(from))
                    .findFirst()
                    .orElseThrow();
        }
        List<Integer> cycle = new ArrayList<>(trail.subList(trail.indexOf(at), trail.size()));
        Collections.reverse(cycle);
        int first = Collections.min(cycle);
        Collections.rotate(cycle, -cycle.indexOf(first));
        List<String> names = cycle.stream().map(step -> nodes.get(step).id()).toList();
        String id = nodes.get(first).id();
        problems.add(Diagnostic.error(id, "", "analysis.cycle", GraphCheck.listed(names, " → ") + " → " + id));
        return first;
    }
}
