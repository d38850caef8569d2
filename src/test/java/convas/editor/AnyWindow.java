package convas.editor;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/** What is shown in whichever window: dialogs and menus have windows of their own. */
final class AnyWindow {
    private AnyWindow() {}

    static Optional<Node> find(String selector) {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(found -> found != null)
                .findFirst());
    }

    /** Scrolls to what stands in a scrolled part of a dialog. */
    static Node reveal(Node node) {
        LiveEditor.onWindowThread(() -> {
            for (Node at = node.getParent(); at != null; at = at.getParent()) {
                if (at instanceof ScrollPane pane && pane.getContent() != null) {
                    double room = pane.getContent().getLayoutBounds().getHeight()
                            - pane.getViewportBounds().getHeight();
                    double wanted = pane.getContent()
                                    .sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                                    .getCenterY()
                            - pane.getViewportBounds().getHeight() / 2;
                    pane.setVvalue(room <= 0 ? 0 : Math.max(0, Math.min(1, wanted / room)));
                    pane.layout();
                }
            }
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return node;
    }

    /** Waits for it, and clicks it. */
    static void press(LiveEditor editor, String selector) {
        editor.await(selector, () -> find(selector).filter(Node::isVisible).isPresent());
        editor.robot().clickOn(reveal(find(selector).orElseThrow()), MouseButton.PRIMARY);
    }

    static void awaitNo(LiveEditor editor, String selector) {
        editor.await("no " + selector, () -> find(selector).isEmpty());
    }
}
