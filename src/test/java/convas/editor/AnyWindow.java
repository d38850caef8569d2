package convas.editor;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

/** What is shown in whichever window: dialogs and menus have windows of their own. */
final class AnyWindow {
    private AnyWindow() {}

    static Optional<Node> find(String selector) {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(found -> found != null)
                .findFirst());
    }

    /** Waits for it, and clicks it. */
    static void press(LiveEditor editor, String selector) {
        editor.await(selector, () -> find(selector).filter(Node::isVisible).isPresent());
        editor.robot().clickOn(find(selector).orElseThrow(), MouseButton.PRIMARY);
    }

    static void awaitNo(LiveEditor editor, String selector) {
        editor.await("no " + selector, () -> find(selector).isEmpty());
    }
}
