package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** What is set once is found again. */
final class ComfortUiTest {
    @TempDir
    private Path home;

    private static Optional<Node> inAnyWindow(String selector) {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(found -> found != null)
                .findFirst());
    }

    private static boolean isDark(LiveEditor editor) {
        return editor.scene().getRoot().getStyleClass().contains("convas-dark");
    }

    @Test
    void preferencesAreAskedByTheirKeyAppliedAtOnceAndKept() throws Exception {
        Path file = LiveEditor.project("presets", "digits-plain.json");
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.COMMA);
            editor.await("the dialog", () -> inAnyWindow("#preference-theme").isPresent());
            ChoiceBox<?> theme = (ChoiceBox<?>) inAnyWindow("#preference-theme").orElseThrow();
            CheckBox snapping = (CheckBox) inAnyWindow("#preference-snapping").orElseThrow();
            editor.await("the keyboard", () -> theme.getScene().getWindow().isFocused());
            LiveEditor.onWindowThread(() -> {
                theme.requestFocus();
                return null;
            });
            editor.shortcut(KeyCode.SPACE);
            editor.await("the choices", theme::isShowing);
            editor.shortcut(KeyCode.DOWN);
            editor.shortcut(KeyCode.ENTER);
            editor.await("dark", () -> "dark".equals(theme.getValue()));
            editor.robot().clickOn(AnyWindow.reveal(snapping));
            editor.robot().clickOn(inAnyWindow("#preferences-accept").orElseThrow());
            editor.await("the dark window", () -> isDark(editor));
            editor.awaitDesign();
        }
        String kept = Files.readString(home.resolve("settings.properties"));
        assertTrue(kept.contains("theme=dark"), kept);
        assertTrue(kept.lines().anyMatch(line -> line.contains("nap") && line.endsWith("=false")), kept);
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of("theme", "dark"))) {
            assertTrue(isDark(editor));
        }
    }

    @Test
    void aCancelledDialogChangesNothing() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of())) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.COMMA);
            editor.await("the dialog", () -> inAnyWindow("#preference-theme").isPresent());
            LiveEditor.onWindowThread(() -> {
                ((CheckBox) inAnyWindow("#preference-reopen").orElseThrow()).setSelected(false);
                return null;
            });
            editor.shortcut(KeyCode.ESCAPE);
            editor.await(
                    "the dialog to go", () -> inAnyWindow("#preference-theme").isEmpty());
            assertTrue(!Files.readString(home.resolve("settings.properties")).contains("session.reopen"));
        }
    }

    @Test
    void theNextStartHasTheFilesTheViewAndTheWindowOfTheLast() throws Exception {
        Path one = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("one.json"));
        Path two = Files.copy(LiveEditor.project("presets", "digits-ghost.json"), home.resolve("two.json"));
        double zoom;
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(one), Map.of())) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.EQUALS);
            editor.shortcut(KeyCode.CONTROL, KeyCode.EQUALS);
            zoom = editor.canvas().zoomProperty().get();
            LiveEditor.onWindowThread(() -> {
                editor.stage().setMaximized(false);
                return null;
            });
            WaitForAsyncUtils.waitForFxEvents();
            LiveEditor.onWindowThread(() -> {
                editor.stage().setX(40);
                editor.stage().setY(30);
                editor.stage().setWidth(1300);
                editor.stage().setHeight(700);
                return null;
            });
            // A window manager may put a frame around it.
            editor.await("the size", () -> Math.abs(editor.scene().getWidth() - 1300) < 12);
            TabPane dock = editor.find("#dock", TabPane.class);
            LiveEditor.onWindowThread(() -> {
                dock.getSelectionModel().select(1);
                return null;
            });
            editor.shortcut(KeyCode.CONTROL, KeyCode.Q);
            editor.await("the end", () -> !editor.stage().isShowing());
        }
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of())) {
            editor.awaitDesign();
            assertEquals(Optional.of(one), editor.document().file());
            assertEquals(zoom, editor.canvas().zoomProperty().get(), 1e-6);
            assertEquals(1300, editor.stage().getWidth(), 12);
            assertEquals(700, editor.stage().getHeight(), 40);
            TabPane dock = editor.find("#dock", TabPane.class);
            assertEquals(
                    1, LiveEditor.onWindowThread(() -> dock.getSelectionModel().getSelectedIndex()));
        }
        // The window was not closed this time: what a sudden end leaves is the recovery's to offer.
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(two), Map.of())) {
            assertEquals(Optional.of(two), editor.document().file());
            TabPane tabs = editor.find("#design-tabs", TabPane.class);
            assertEquals(1, LiveEditor.onWindowThread(() -> tabs.getTabs().size()));
        }
    }
}
