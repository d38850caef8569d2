package convas.editor.keys;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/** The areas of the window between which F6 takes the keyboard. */
public final class Areas {
    private final List<Area> all;

    /**
     * One area.
     *
     * @param root what it consists of; null while there is none
     * @param focus takes the keyboard there
     */
    public record Area(Supplier<Node> root, Runnable focus) {
        private boolean has(Node node) {
            for (Node at = node; at != null; at = at.getParent()) {
                if (at == root.get()) {
                    return true;
                }
            }
            return false;
        }

        private boolean isThere() {
            Node node = root.get();
            return node != null && node.getScene() != null && node.isVisible();
        }
    }

    /** @param all in the order in which F6 visits them */
    public Areas(List<Area> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Takes the keyboard to the next area that is there, or back.
     *
     * @param owner the control that has it now; may be null
     */
    public void step(int by, Node owner) {
        int at = by > 0 ? -1 : all.size();
        for (int index = 0; index < all.size(); index++) {
            if (all.get(index).has(owner)) {
                at = index;
            }
        }
        for (int tried = 0; tried < all.size(); tried++) {
            at = Math.floorMod(at + by, all.size());
            if (all.get(at).isThere()) {
                all.get(at).focus().run();
                return;
            }
        }
    }

    /** Takes the keyboard to the first control below a node that takes it. */
    public static void focusFirst(Node node) {
        first(node);
    }

    private static boolean first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        return node instanceof javafx.scene.Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Areas::first);
    }
}
