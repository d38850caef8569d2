package convas.editor.document;

import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Note;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is selected on the sheet that is open: ids of nodes, edges, and notes. Keeps the order of selecting.
 *
 * @param inner instead of these, a node of a body that is shown in place, by its path on the sheet ({@code stage/conv}):
 *     it may be looked at, but no edit of the sheet is about it
 * @param innerWire the same of a wire of such a body, between paths on the sheet
 */
public record Selection(
        Set<String> nodes, Set<Edge> edges, Set<Note> notes, Optional<String> inner, Optional<Edge> innerWire) {
    public static final Selection NONE = new Selection(Set.of(), Set.of());

    public Selection {
        nodes = Collections.unmodifiableSet(new LinkedHashSet<>(nodes));
        edges = Collections.unmodifiableSet(new LinkedHashSet<>(edges));
        notes = Collections.unmodifiableSet(new LinkedHashSet<>(notes));
    }

    public Selection(Set<String> nodes, Set<Edge> edges) {
        this(nodes, edges, Set.of());
    }

    public Selection(Set<String> nodes, Set<Edge> edges, Set<Note> notes) {
        this(nodes, edges, notes, Optional.empty(), Optional.empty());
    }

    /** A node of a body that is shown in place. */
    public static Selection ofInner(String path) {
        return new Selection(Set.of(), Set.of(), Set.of(), Optional.of(path), Optional.empty());
    }

    /** A wire of a body that is shown in place. */
    public static Selection ofInnerWire(Edge wire) {
        return new Selection(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.of(wire));
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

    public static Selection ofNote(Note note) {
        return new Selection(Set.of(), Set.of(), Set.of(note));
    }

    /** The same nodes and edges with other notes. */
    public Selection withNotes(Set<Note> other) {
        return new Selection(nodes, edges, other);
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && edges.isEmpty() && notes.isEmpty();
    }

    /** The node, where exactly one node and nothing else is selected. */
    public Optional<String> single() {
        return nodes.size() == 1 && edges.isEmpty() && notes.isEmpty()
                ? Optional.of(nodes.iterator().next())
                : Optional.empty();
    }

    /** Both selections together. */
    public Selection plus(Selection other) {
        Set<String> allNodes = new LinkedHashSet<>(nodes);
        allNodes.addAll(other.nodes);
        Set<Edge> allEdges = new LinkedHashSet<>(edges);
        allEdges.addAll(other.edges);
        Set<Note> allNotes = new LinkedHashSet<>(notes);
        allNotes.addAll(other.notes);
        return new Selection(allNodes, allEdges, allNotes);
    }

    /** This selection with each part of the other put in where it is missing and taken out where it is not. */
    public Selection toggled(Selection other) {
        return new Selection(toggled(nodes, other.nodes), toggled(edges, other.edges), toggled(notes, other.notes));
    }

    private static <T> Set<T> toggled(Set<T> some, Set<T> others) {
        Set<T> result = new LinkedHashSet<>(some);
        others.forEach(each -> {
            if (!result.remove(each)) {
                result.add(each);
            }
        });
        return result;
    }

    /** Only what the sheet still has. */
    public Selection within(OpenSheet open) {
        if (isEmpty()) {
            return this;
        }
        Graph graph = open.sheet().graph();
        Set<String> keptNodes = new LinkedHashSet<>(nodes);
        keptNodes.removeIf(id -> graph.node(id).isEmpty());
        Set<Edge> keptEdges = new LinkedHashSet<>(edges);
        if (!keptEdges.isEmpty()) {
            Graph wires = open.wires();
            keptEdges.removeIf(edge -> !wires.incoming(edge.to().node()).contains(edge));
        }
        Set<Note> keptNotes = new LinkedHashSet<>(notes);
        keptNotes.retainAll(open.sheet().layout().notes());
        return new Selection(keptNodes, keptEdges, keptNotes);
    }
}
