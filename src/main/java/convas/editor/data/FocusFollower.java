package convas.editor.data;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls to the control that gets the keyboard: a scroll pane itself lets it go out of sight. */
final class FocusFollower {
    private FocusFollower() {}

    static void in(ScrollPane pane) {
        pane.sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((focus, was, owner) -> show(pane, owner));
            }
        });
    }

    private static void show(ScrollPane pane, Node owner) {
        Node content = pane.getContent();
        if (owner == null || content == null || owner == content || !isInside(owner, content)) {
            return;
        }
        double hidden =
                content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        double top = pane.getVvalue() * hidden;
        double bottom = top + pane.getViewportBounds().getHeight();
        if (place.getMinY() < top) {
            pane.setVvalue(Math.max(0, place.getMinY() / hidden));
        } else if (place.getMaxY() > bottom) {
            pane.setVvalue(
                    Math.min(1, (place.getMaxY() - pane.getViewportBounds().getHeight()) / hidden));
        }
    }

    private static boolean isInside(Node node, Node outer) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }
}
