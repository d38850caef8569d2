package convas.graph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two sheets, for a canvas that redraws only that. A renamed node counts as one removed and one
 * added.
 *
 * @param added ids of nodes that only the later sheet has
 * @param removed ids of nodes that only the earlier sheet has
 * @param changed ids of nodes in both whose content (type, parameters, ...) differs
 * @param moved ids of nodes in both that stand elsewhere
 * @param addedEdges edges that only the later sheet has
 * @param removedEdges edges that only the earlier sheet has
 */
public record DesignDiff(
        Set<String> added,
        Set<String> removed,
        Set<String> changed,
        Set<String> moved,
        Set<Edge> addedEdges,
        Set<Edge> removedEdges) {
    public DesignDiff {
        added = Collections.unmodifiableSet(new LinkedHashSet<>(added));
        removed = Collections.unmodifiableSet(new LinkedHashSet<>(removed));
        changed = Collections.unmodifiableSet(new LinkedHashSet<>(changed));
        moved = Collections.unmodifiableSet(new LinkedHashSet<>(moved));
        addedEdges = Collections.unmodifiableSet(new LinkedHashSet<>(addedEdges));
        removedEdges = Collections.unmodifiableSet(new LinkedHashSet<>(removedEdges));
    }

    /** The difference, each set in the order of the sheet that has its elements. */
    public static DesignDiff between(Sheet before, Sheet after) {
        Set<String> changed = new LinkedHashSet<>();
        Set<String> moved = new LinkedHashSet<>();
        for (String id : after.graph().ids()) {
            Optional<Node> old = before.graph().node(id);
            if (old.isPresent()) {
                if (!old.equals(after.graph().node(id))) {
                    changed.add(id);
                }
                if (!before.layout().of(id).equals(after.layout().of(id))) {
                    moved.add(id);
                }
            }
        }
        Set<Edge> oldEdges = new LinkedHashSet<>(before.graph().edges());
        Set<Edge> newEdges = new LinkedHashSet<>(after.graph().edges());
        return new DesignDiff(
                without(after.graph().ids(), before.graph().ids()),
                without(before.graph().ids(), after.graph().ids()),
                changed,
                moved,
                without(newEdges, oldEdges),
                without(oldEdges, newEdges));
    }

    /** Whether the sheets show the same. */
    public boolean isEmpty() {
        return !changesStructure() && moved.isEmpty();
    }

    /** Whether more than places differ, so that shapes and costs may too. */
    public boolean changesStructure() {
        return !(added.isEmpty()
                && removed.isEmpty()
                && changed.isEmpty()
                && addedEdges.isEmpty()
                && removedEdges.isEmpty());
    }

    private static <T> Set<T> without(Set<T> all, Set<T> less) {
        Set<T> rest = new LinkedHashSet<>(all);
        rest.removeAll(less);
        return rest;
    }
}
