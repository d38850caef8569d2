package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.canvas.picture.Bounds;
import convas.graph.Bookmark;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places that a person comes back to. */
final class BookmarkUiTest {
    @TempDir
    private Path home;

    @Test
    void keysRememberAPlaceInAModuleAndLeadBackThereAndTheFileKeepsIt() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-ghost.json"), home.resolve("ghost.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.doubleClick(editor.card("ghost"));
            editor.await(
                    "the body",
                    () -> editor.canvas().picture().node("primary_conv").isPresent());
            editor.robot().interact(() -> {
                editor.canvas().zoomTo(1.5);
                editor.canvas().centerOn(300, 80);
            });
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT2);
            Bookmark bookmark = editor.document().design().bookmarks().get("2");
            assertEquals("ghost", bookmark.sheet());
            assertEquals(300, bookmark.center().x(), 1);
            assertEquals(80, bookmark.center().y(), 1);
            assertEquals(1.5, bookmark.zoom());

            editor.click("#crumb-0");
            editor.await("the design", () -> editor.document().sheet().place().depth() == 0);
            editor.robot().interact(() -> editor.canvas().fit());
            editor.click(".convas-canvas");
            editor.shortcut(KeyCode.ALT, KeyCode.DIGIT2);
            editor.await(
                    "the body again", () -> editor.document().sheet().place().depth() == 1);
            assertEquals(1.5, editor.canvas().zoomProperty().get());
            Bounds seen = editor.canvas().visible();
            assertEquals(300, seen.centerX(), 1);
            assertEquals(80, seen.centerY(), 1);

            editor.shortcut(KeyCode.CONTROL, KeyCode.S);
            editor.await("the file", () -> !editor.document().isDirty());
            Design kept = new DesignFormat().read(file).value().orElseThrow();
            assertEquals(Map.of("2", bookmark), kept.bookmarks());
        }
    }

    @Test
    void theCommandBoxSetsOneAndGoesThere() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-ghost.json")), Map.of())) {
            editor.robot().interact(() -> editor.canvas().zoomTo(2));
            editor.click("#command-field");
            editor.robot().write("set bookmark 1");
            editor.shortcut(KeyCode.ENTER);
            assertTrue(editor.document().design().bookmarks().containsKey("1"));
            editor.robot().interact(() -> editor.canvas().zoomTo(0.5));
            editor.click("#command-field");
            editor.robot().write("go to bookmark 1");
            editor.shortcut(KeyCode.ENTER);
            assertEquals(2, editor.canvas().zoomProperty().get());
        }
    }
}
