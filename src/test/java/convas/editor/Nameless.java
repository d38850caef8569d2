package convas.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.stage.Window;

/** What takes the keyboard and has no name that a screen reader could say. */
final class Nameless {
    private Nameless() {}

    private static void labels(Node node, Set<Node> named) {
        if (node instanceof Label label
                && label.getLabelFor() != null
                && !label.getText().isBlank()) {
            named.add(label.getLabelFor());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> labels(child, named));
        }
    }

    private static void find(Node node, Set<Node> named, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        boolean silent =
                node.getAccessibleText() == null || node.getAccessibleText().isBlank();
        boolean wordless = !(node instanceof Labeled labeled)
                || labeled.getText() == null
                || labeled.getText().isBlank();
        if (node.isFocusTraversable() && silent && wordless && !named.contains(node)) {
            found.add(describe(node));
        }
        // What a control is made of is the control's to speak for.
        boolean whole = node instanceof Control
                && !(node instanceof TabPane)
                && !(node instanceof javafx.scene.control.SplitPane)
                && !(node instanceof javafx.scene.control.ScrollPane)
                && !(node instanceof javafx.scene.control.TitledPane);
        if (node instanceof Parent parent && !whole) {
            parent.getChildrenUnmodifiable().forEach(child -> find(child, named, found));
        }
    }

    private static String describe(Node node) {
        StringBuilder way = new StringBuilder();
        for (Node at = node; at != null && way.length() < 160; at = at.getParent()) {
            way.append(at.getClass().getSimpleName())
                    .append(at.getId() == null ? "" : "#" + at.getId())
                    .append(at.getStyleClass())
                    .append(" < ");
        }
        return way.toString();
    }

    /** Each of it with its way up, in all windows that are shown. */
    static List<String> shown() {
        return LiveEditor.onWindowThread(() -> {
            List<String> found = new ArrayList<>();
            for (Window window : Window.getWindows()) {
                Set<Node> named = new HashSet<>();
                labels(window.getScene().getRoot(), named);
                find(window.getScene().getRoot(), named, found);
            }
            return found;
        });
    }
}
