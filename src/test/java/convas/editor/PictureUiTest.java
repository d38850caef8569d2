package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawing the sheet into a file, in the whole window. */
class PictureUiTest {
    @TempDir
    private Path home;

    private static <T extends Node> T inDialog(String selector, Class<T> kind) {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .map(window -> window.getScene().lookup(selector))
                .filter(found -> found != null)
                .map(kind::cast)
                .findFirst()
                .orElseThrow());
    }

    private static boolean isOpen() {
        return Window.getWindows().stream().anyMatch(window -> window.getScene().lookup("#picture-file") != null);
    }

    @Test
    void theSheetIsDrawnWithTheKeyboardAloneAndAFolderThatIsNotThereIsNamed() throws Exception {
        Path file = home.resolve("ghost.json");
        Files.copy(LiveEditor.project("presets", "digits-ghost.json"), file);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.ofNode("stage1"));
                return null;
            });
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            editor.await("the dialog", PictureUiTest::isOpen);
            TextField name = inDialog("#picture-file", TextField.class);
            assertEquals(home.resolve("ghost.svg").toString(), LiveEditor.onWindowThread(name::getText));

            LiveEditor.onWindowThread(() -> {
                name.setText(home.resolve("nowhere").resolve("x.svg").toString());
                return null;
            });
            editor.shortcut(KeyCode.ENTER);
            Label problem = inDialog("#picture-problem", Label.class);
            editor.await("the reason", () -> problem.getText().contains("nowhere"));

            LiveEditor.onWindowThread(() -> {
                name.setText(home.resolve("part.pdf").toString());
                inDialog("#picture-selection", CheckBox.class).setSelected(true);
                return null;
            });
            editor.shortcut(KeyCode.ENTER);
            editor.await("the end of the dialog", () -> !isOpen());
        }
        // The format that is chosen decides, not what was typed.
        String svg = Files.readString(home.resolve("part.svg"));
        assertTrue(svg.contains(">GhostBottleneck</text>"));
        assertFalse(svg.contains(">Conv2d</text>"));
        assertFalse(Files.exists(home.resolve("part.pdf")));
    }
}
