package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the keyboard reaches has a name that a screen reader says. */
final class SpokenNamesUiTest {
    @TempDir
    private Path home;

    private final List<String> noted = new ArrayList<>();

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

    private static void nameless(Node node, Set<Node> named, List<String> found) {
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
            parent.getChildrenUnmodifiable().forEach(child -> nameless(child, named, found));
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

    /** What takes the keyboard without a name, in all windows that are shown. */
    private static List<String> nameless() {
        return LiveEditor.onWindowThread(() -> {
            List<String> found = new ArrayList<>();
            for (Window window : Window.getWindows()) {
                Set<Node> named = new HashSet<>();
                labels(window.getScene().getRoot(), named);
                nameless(window.getScene().getRoot(), named, found);
            }
            return found;
        });
    }

    /** Remembers what has no name while this is shown. */
    private void note(String where) {
        nameless().forEach(each -> noted.add(where + ": " + each));
    }

    private void dialog(LiveEditor editor, String selector, KeyCode... keys) {
        editor.shortcut(keys);
        editor.await(
                selector,
                () -> Window.getWindows().stream()
                        .anyMatch(window -> window.getScene().getRoot().lookup(selector) != null));
        note(selector);
        editor.shortcut(KeyCode.ESCAPE);
        editor.await(
                "no " + selector,
                () -> Window.getWindows().stream()
                        .allMatch(window -> window.getScene().getRoot().lookup(selector) == null));
    }

    @Test
    void everythingOnTheStartPageHasAName() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of())) {
            editor.await(
                    "every card",
                    () -> editor.scene().getRoot().lookupAll(".preset-card").size() >= 25);
            assertEquals(List.of(), nameless());
        }
    }

    @Test
    void everythingAroundTheCanvasHasANameInEveryPanelAndDialog() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-ghost.json"), home.resolve("net.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            note("the design");
            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.ofNode("ghost"));
                return null;
            });
            note("a node");
            // What is selected is said with the canvas.
            assertTrue(LiveEditor.onWindowThread(
                    () -> editor.canvas().getAccessibleText().contains("ghost")));
            TabPane dock = editor.find("#dock", TabPane.class);
            int panels = LiveEditor.onWindowThread(() -> dock.getTabs().size());
            for (int index = 0; index < panels; index++) {
                int panel = index;
                String name = LiveEditor.onWindowThread(() -> {
                    dock.getSelectionModel().select(panel);
                    return dock.getTabs().get(panel).getId();
                });
                editor.await(name, () -> dock.getSelectionModel().getSelectedIndex() == panel);
                note(name);
            }
            dialog(editor, "#preferences", KeyCode.CONTROL, KeyCode.COMMA);
            dialog(editor, "#keys-sheet", KeyCode.F1);
            editor.shortcut(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
            editor.await("the comparison", () -> editor.scene().lookup("#compare-table") != null);
            note("the comparison");
            assertEquals(List.of(), noted);
        }
    }
}
