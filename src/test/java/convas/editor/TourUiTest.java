package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour that a newcomer sees once. */
final class TourUiTest {
    @TempDir
    private Path home;

    private static Optional<DialogPane> tour() {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#tour"))
                .filter(found -> found != null)
                .map(DialogPane.class::cast)
                .findFirst());
    }

    private static void awaitStep(LiveEditor editor, String number) {
        editor.await(
                "step " + number,
                () -> tour().filter(pane -> pane.getHeaderText().startsWith(number)
                                && pane.getScene().getWindow().isFocused())
                        .isPresent());
    }

    @Test
    void theFirstStartGoesThroughThreeStepsByKeyboardAndTheNextDoesNotShowThem() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of("tour.seen", "false"))) {
            awaitStep(editor, "1");
            assertTrue(editor.findIfThere(".tour-target").isPresent());
            editor.shortcut(KeyCode.ENTER);
            awaitStep(editor, "2");
            editor.shortcut(KeyCode.ENTER);
            awaitStep(editor, "3");
            assertEquals(
                    "train-button",
                    editor.findIfThere(".tour-target").orElseThrow().getId());
            editor.shortcut(KeyCode.ENTER);
            editor.await("the end", () -> tour().isEmpty());
            assertTrue(editor.findIfThere(".tour-target").isEmpty());
        }
        assertTrue(Files.readString(home.resolve("settings.properties")).contains("tour.seen=true"));
    }

    @Test
    void theTourIsSkippedByEscapeAndNeverComesByItselfAgain() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of("tour.seen", "false"))) {
            awaitStep(editor, "1");
            editor.shortcut(KeyCode.ESCAPE);
            editor.await("the end", () -> tour().isEmpty());
        }
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of())) {
            assertTrue(tour().isEmpty());
            MenuBar menus = editor.find("#menu-bar", MenuBar.class);
            LiveEditor.onWindowThread(() -> {
                menus.getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> "command-help.tour".equals(item.getId()))
                        .forEach(MenuItem::fire);
                return null;
            });
            awaitStep(editor, "1");
            editor.shortcut(KeyCode.ESCAPE);
            editor.await("the end", () -> tour().isEmpty());
        }
    }
}
