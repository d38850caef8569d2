package convas.editor.canvas.paint;

import java.util.Set;

/**
 * Nodes that are being dragged, shown on top of everything.
 *
 * @param ids of the nodes
 * @param dx how far they are from their places, in sheet pixels, as {@code dy}
 * @param copies whether what is dragged are copies, and the nodes stay where they are
 */
public record Lift(Set<String> ids, double dx, double dy, boolean copies) {
    public static final Lift NONE = new Lift(Set.of(), 0, 0, false);

    public Lift {
        ids = Set.copyOf(ids);
    }

    /** Whether a node has left its place. */
    boolean away(String id) {
        return !copies && ids.contains(id);
    }
}
