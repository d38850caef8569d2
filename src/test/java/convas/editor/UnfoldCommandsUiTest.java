package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are shown in place, in the whole window. */
class UnfoldCommandsUiTest {
    @TempDir
    private Path home;

    @Test
    void aBodyIsShownByKeyboardInspectedInsideAndShownAgainWhenTheFileIsOpened() throws Exception {
        Path file = home.resolve("ghost.json");
        Files.copy(LiveEditor.project("presets", "digits-ghost.json"), file);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.ofNode("down1"));
                return null;
            });
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            editor.await(
                    "the body",
                    () -> editor.canvas().picture().inner("down1/expand").isPresent());
            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.ofInner("down1/expand"));
                return null;
            });
            assertEquals(
                    "GhostModule", editor.find(".inspector-title", Label.class).getText());
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            editor.await(
                    "the body within",
                    () -> editor.canvas().picture().inner("down1/expand/concat").isPresent());
            // Issue 15: what is only looked at is no change of the file.
            assertFalse(editor.document().isDirty());
            assertEquals("ghost.json – Convas", editor.stage().getTitle());
            editor.shortcut(KeyCode.CONTROL, KeyCode.DIGIT1);
            editor.screenshot("unfolded");
            LiveEditor.onWindowThread(() -> {
                editor.canvas().zoomTo(0.75);
                return null;
            });
            editor.screenshot("unfolded-near");
            editor.shortcut(KeyCode.CONTROL, KeyCode.S);
            editor.await("the file", () -> Files.readString(file).contains("down1/expand"));
        }
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of("theme", "dark"))) {
            editor.await(
                    "the bodies",
                    () -> editor.canvas().picture().inner("down1/expand/concat").isPresent());
            assertEquals(
                    Set.of("down1", "down1/expand"),
                    editor.document().design().view().expanded());
            assertTrue(!editor.document().isDirty());
            editor.screenshot("unfolded-dark");
        }
    }
}
