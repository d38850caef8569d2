package convas.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Nodes and edges, immutable, with an index by node. Holds whatever a file says, also what is wrong (a dangling edge, a
 * cycle, two nodes of one id): saying so is the reader's and the analysis' business.
 */
public final class Graph {
    public static final Graph EMPTY = new Graph(List.of(), List.of());

    private final List<Node> nodes;
    private final List<Edge> edges;
    private final Map<String, Node> byId;
    private final Map<String, List<Edge>> incoming;
    private final Map<String, List<Edge>> outgoing;

    public Graph(List<Node> nodes, List<Edge> edges) {
        this.nodes = List.copyOf(nodes);
        this.edges = List.copyOf(edges);
        Map<String, Node> index = new LinkedHashMap<>();
        this.nodes.forEach(node -> index.putIfAbsent(node.id(), node));
        this.byId = Collections.unmodifiableMap(index);
        this.incoming = new HashMap<>();
        this.outgoing = new HashMap<>();
        for (Edge edge : this.edges) {
            incoming.computeIfAbsent(edge.to().node(), id -> new ArrayList<>(2)).add(edge);
            outgoing.computeIfAbsent(edge.from().node(), id -> new ArrayList<>(2))
                    .add(edge);
        }
    }

    public List<Node> nodes() {
        return nodes;
    }

    public List<Edge> edges() {
        return edges;
    }

    /** Node ids in file order, each once. */
    public Set<String> ids() {
        return byId.keySet();
    }

    public Optional<Node> node(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Edges that end at this node, in file order. */
    public List<Edge> incoming(String id) {
        return Collections.unmodifiableList(incoming.getOrDefault(id, List.of()));
    }

    /** Edges that start at this node (or at this input of a module's body), in file order. */
    public List<Edge> outgoing(String id) {
        return Collections.unmodifiableList(outgoing.getOrDefault(id, List.of()));
    }

    /** Whether an edge from one node to the other would close a cycle. */
    public boolean wouldCycle(String from, String to) {
        Deque<String> open = new ArrayDeque<>(List.of(to));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String id = open.pop();
            if (id.equals(from)) {
                return true;
            }
            for (Edge edge : outgoing.getOrDefault(id, List.of())) {
                if (seen.add(edge.to().node())) {
                    open.push(edge.to().node());
                }
            }
        }
        return false;
    }

    /**
     * The nodes that tensors reach from some nodes, or come from on their way there; those nodes too. Names of a body's
     * inputs are left out.
     */
    public Set<String> reachable(Collection<String> start, boolean downstream) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> seen = new LinkedHashSet<>();
        start.stream().filter(byId::containsKey).filter(seen::add).forEach(open::add);
        while (!open.isEmpty()) {
            String id = open.poll();
            for (Edge edge : (downstream ? outgoing : incoming).getOrDefault(id, List.of())) {
                String next = downstream ? edge.to().node() : edge.from().node();
                if (byId.containsKey(next) && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }

    /** The nodes on any way between some nodes, with those themselves. */
    public Set<String> between(Collection<String> ids) {
        Set<String> path = new LinkedHashSet<>(ids);
        Set<String> after = reachable(ids, true);
        after.retainAll(reachable(ids, false));
        path.addAll(after);
        return path;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Graph graph && nodes.equals(graph.nodes) && edges.equals(graph.edges));
    }

    @Override
    public int hashCode() {
        return 31 * nodes.hashCode() + edges.hashCode();
    }

    @Override
    public String toString() {
        return "Graph" + nodes + edges;
    }
}
