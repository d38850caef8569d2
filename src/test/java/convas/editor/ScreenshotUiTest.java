package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes the pictures that the documentation shows to {@code target/screenshots}, and sees that they are whole. */
final class ScreenshotUiTest {
    @TempDir
    private Path home;

    private static Optional<Path> ghost() {
        return Optional.of(LiveEditor.project("presets", "digits-ghost.json"));
    }

    private static void select(LiveEditor editor, String id) {
        LiveEditor.onWindowThread(() -> {
            editor.document().select(Selection.ofNode(id));
            return null;
        });
    }

    private static void take(LiveEditor editor, String name) throws IOException {
        editor.screenshot(name);
        BufferedImage image = ImageIO.read(
                LiveEditor.project("target", "screenshots", name + ".png").toFile());
        assertEquals(1600, image.getWidth());
        assertEquals(940, image.getHeight());
        // Labels of fixed texts that would end in dots.
        LiveEditor.onWindowThread(() -> {
            editor.scene().getRoot().lookupAll(".status-bar .label, .training-headline, .dock .tab-label").stream()
                    .filter(node ->
                            node instanceof Label label && !label.getText().isEmpty() && label.isVisible())
                    .map(Label.class::cast)
                    .forEach(label -> assertTrue(
                            label.getWidth() + 1 >= label.prefWidth(-1), () -> "cut off: " + label.getText()));
            return null;
        });
    }

    @Test
    void theEditorAfterATraining() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, ghost(), Map.of())) {
            editor.click("#train-button");
            editor.await("the run", () -> editor.text("#training-headline").startsWith("epoch "));
            editor.await("its end", () -> editor.text("#training-headline").contains(" epochs in "));
            select(editor, "ghost");
            take(editor, "editor");
            editor.shortcut(
                    javafx.scene.input.KeyCode.CONTROL, javafx.scene.input.KeyCode.SHIFT, javafx.scene.input.KeyCode.L);
            editor.await(
                    "the dark theme",
                    () -> editor.scene().getRoot().getStyleClass().contains("convas-dark"));
            editor.awaitDesign();
            assertTrue(editor.text("#training-headline").contains(" epochs in "));
            select(editor, "stage2");
            take(editor, "editor-dark");
        }
    }

    @Test
    void theEditorInChinese() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, ghost(), Map.of("language", "zh-CN"))) {
            select(editor, "stage1");
            editor.click("#dock .tab:selected");
            take(editor, "editor-zh");
        }
    }

    @Test
    void anOpenModule() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, ghost(), Map.of())) {
            editor.doubleClick(editor.card("ghost"));
            editor.await("the body", () -> editor.document().sheet().place().depth() == 1);
            select(editor, "cheap_conv");
            take(editor, "module-open");
        }
    }
}
