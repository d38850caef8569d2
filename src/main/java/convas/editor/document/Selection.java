package convas.editor.document;

import convas.graph.Edge;
import convas.graph.Graph;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What is selected on the sheet that is open: ids of nodes, and edges. Keeps the order of selecting. */
public record Selection(Set<String> nodes, Set<Edge> edges) {
    public static final Selection NONE = new Selection(Set.of(), Set.of());

    public Selection {
        nodes = Collections.unmodifiableSet(new LinkedHashSet<>(nodes));
        edges = Collections.unmodifiableSet(new LinkedHashSet<>(edges));
    }

    public static Selection ofNodes(Collection<String> ids) {
        return new Selection(new LinkedHashSet<>(ids), Set.of());
    }

    public static Selection ofNode(String id) {
        return ofNodes(Set.of(id));
    }

    public static Selection ofEdge(Edge edge) {
        return new Selection(Set.of(), Set.of(edge));
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && edges.isEmpty();
    }

    /** The node, where exactly one node and nothing else is selected. */
    public Optional<String> single() {
        return nodes.size() == 1 && edges.isEmpty()
                ? Optional.of(nodes.iterator().next())
                : Optional.empty();
    }

    /** Both selections together. */
    public Selection plus(Selection other) {
        Set<String> allNodes = new LinkedHashSet<>(nodes);
        allNodes.addAll(other.nodes);
        Set<Edge> allEdges = new LinkedHashSet<>(edges);
        allEdges.addAll(other.edges);
        return new Selection(allNodes, allEdges);
    }

    /** This selection with each part of the other put in where it is missing and taken out where it is not. */
    public Selection toggled(Selection other) {
        Set<String> someNodes = new LinkedHashSet<>(nodes);
        other.nodes.forEach(id -> {
            if (!someNodes.remove(id)) {
                someNodes.add(id);
            }
        });
        Set<Edge> someEdges = new LinkedHashSet<>(edges);
        other.edges.forEach(edge -> {
            if (!someEdges.remove(edge)) {
                someEdges.add(edge);
            }
        });
        return new Selection(someNodes, someEdges);
    }

    /** Only what the graph still has. */
    public Selection within(Graph graph) {
        if (isEmpty()) {
            return this;
        }
        Set<String> keptNodes = new LinkedHashSet<>(nodes);
        keptNodes.removeIf(id -> graph.node(id).isEmpty());
        Set<Edge> keptEdges = new LinkedHashSet<>(edges);
        keptEdges.removeIf(edge -> !graph.incoming(edge.to().node()).contains(edge));
        return new Selection(keptNodes, keptEdges);
    }
}
