package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What new runs train on and how often work is kept, set in the preferences. */
final class PreferencesUiTest {
    @TempDir
    private Path home;

    /** Opens the box and clicks an entry. */
    private static void choose(LiveEditor editor, String row, String entry, String value) {
        AnyWindow.press(editor, row);
        ChoiceBox<?> box = (ChoiceBox<?>) AnyWindow.find(row).orElseThrow();
        editor.await(
                "the choices of " + row, () -> box.isShowing() && entry(entry).isPresent());
        editor.robot().clickOn(entry(entry).orElseThrow(), MouseButton.PRIMARY);
        editor.await("the choice of " + row, () -> value.equals(box.getValue()) && !box.isShowing());
    }

    private static Optional<Node> entry(String text) {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".menu-item .label").stream())
                .filter(node -> ((Label) node).getText().equals(text))
                .findFirst());
    }

    private static void ask(LiveEditor editor) {
        editor.shortcut(KeyCode.CONTROL, KeyCode.COMMA);
        editor.await(
                "the dialog",
                () -> AnyWindow.find("#preference-device")
                        .filter(box -> box.getScene().getWindow().isFocused())
                        .isPresent());
    }

    private static Object shown(String row) {
        return LiveEditor.onWindowThread(
                () -> ((ChoiceBox<?>) AnyWindow.find(row).orElseThrow()).getValue());
    }

    private boolean isKept() throws Exception {
        try (Stream<Path> files = Files.walk(home.resolve("recovery"))) {
            return files.anyMatch(file -> file.toString().endsWith(".about"));
        }
    }

    @Test
    void deviceThreadsAndIntervalAreAskedForKeptAndShownAgain() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            ask(editor);
            assertEquals("auto", shown("#preference-device"));
            assertEquals("auto", shown("#preference-threads"));
            assertEquals("2", shown("#preference-autosave"));
            ChoiceBox<?> interval =
                    (ChoiceBox<?>) AnyWindow.find("#preference-autosave").orElseThrow();
            // Not five: the last look, and the writing, come on top.
            assertEquals(List.of("1", "2", "3", "4"), interval.getItems());
            choose(editor, "#preference-device", "CPU", "cpu");
            choose(editor, "#preference-threads", "1", "1");
            choose(editor, "#preference-autosave", "every 3 seconds", "3");
            AnyWindow.press(editor, "#preferences-accept");
            AnyWindow.awaitNo(editor, "#preference-device");
            editor.drag(editor.card("conv1"), editor.card("conv1").add(0, 40));
            assertTrue(editor.document().isDirty());
            editor.await("the work to be kept", this::isKept);

            ask(editor);
            assertEquals("cpu", shown("#preference-device"));
            assertEquals("1", shown("#preference-threads"));
            assertEquals("3", shown("#preference-autosave"));
            editor.shortcut(KeyCode.ESCAPE);
            AnyWindow.awaitNo(editor, "#preference-device");
        }
        List<String> kept = Files.readAllLines(home.resolve("settings.properties"));
        assertTrue(
                kept.containsAll(List.of("training.device=cpu", "training.threads=1", "autosave.seconds=3")),
                kept.toString());
    }
}
