package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Remembers what has no name while this is shown. */
    private void note(String where) {
        Nameless.shown().forEach(each -> noted.add(where + ": " + each));
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
            assertEquals(List.of(), Nameless.shown());
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
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
            editor.await("the comparison", () -> editor.scene().lookup("#compare-table") != null);
            note("the comparison");
            assertEquals(List.of(), noted);
        }
    }
}
