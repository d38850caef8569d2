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
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dialogs show their words whole, fit the screen, and leave the window as large as it was. */
final class DialogsFitUiTest {
    @TempDir
    private Path home;

    private final List<String> noted = new ArrayList<>();

    private void look(LiveEditor editor, String selector, KeyCode... keys) {
        double width = editor.stage().getWidth();
        double height = editor.stage().getHeight();
        editor.shortcut(keys);
        editor.await(selector, () -> AnyWindow.find(selector).isPresent());
        LiveEditor.onWindowThread(() -> {
            Node shown = AnyWindow.find(selector).orElseThrow();
            Window dialog = shown.getScene().getWindow();
            shown.getScene().getRoot().layout();
            note(selector, shown.getScene().getRoot());
            Rectangle2D screen = Screen.getPrimary().getBounds();
            assertTrue(dialog.getWidth() <= screen.getWidth(), selector + " " + dialog.getWidth());
            assertTrue(dialog.getHeight() <= screen.getHeight(), selector + " " + dialog.getHeight());
            return null;
        });
        editor.shortcut(KeyCode.ESCAPE);
        AnyWindow.awaitNo(editor, selector);
        assertEquals(width, editor.stage().getWidth(), 1, selector);
        assertEquals(height, editor.stage().getHeight(), 1, selector);
    }

    /** What a label shows is its text, or the beginning of it with three points. */
    private void note(String where, Node root) {
        for (Node each : root.lookupAll("*")) {
            if (each instanceof Labeled label && label.isVisible() && label.getText() != null) {
                label.lookupAll(".text").stream()
                        .filter(Text.class::isInstance)
                        .map(text -> ((Text) text).getText())
                        .filter(text -> text.endsWith(label.getEllipsisString())
                                && !label.getText().endsWith(label.getEllipsisString()))
                        .forEach(text -> noted.add(where + ": " + label.getText() + " as " + text));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "zh"})
    void dialogsShowTheirWordsWholeAndLeaveTheWindowAsItWas(String language) throws Exception {
        Path folder = Files.createDirectories(home.resolve("a-folder-with-a-long-name-such-as-people-have-them"));
        Path file = Files.copy(
                LiveEditor.project("presets", "digits-plain.json"),
                folder.resolve("a network with a name that is as long as names of networks are, and longer.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of("language", language))) {
            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.ofNodes(List.of("conv2", "bn2")));
                return null;
            });
            look(editor, "#group-name", KeyCode.CONTROL, KeyCode.G);
            look(editor, "#picture-file", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            look(editor, "#preferences", KeyCode.CONTROL, KeyCode.COMMA);
            look(editor, "#keys-sheet", KeyCode.F1);
            editor.drag(editor.card("conv1"), editor.card("conv1").add(0, 40));
            assertTrue(editor.document().isDirty());
            look(editor, ".dialog-pane", KeyCode.CONTROL, KeyCode.W);
        }
        assertEquals(List.of(), noted);
    }
}
