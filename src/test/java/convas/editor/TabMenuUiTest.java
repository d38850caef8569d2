package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.json.DesignFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The context menu of a design's tab: each entry does what it says. */
final class TabMenuUiTest {
    @TempDir
    private Path home;

    private LiveEditor open() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        return LiveEditor.open(home, Optional.of(file), Map.of());
    }

    private static int tabs(LiveEditor editor) {
        return editor.find("#design-tabs", TabPane.class).getTabs().size();
    }

    /** Another design beside the first, in front of it. */
    private static void another(LiveEditor editor) {
        int before = tabs(editor);
        editor.shortcut(KeyCode.CONTROL, KeyCode.N);
        editor.await("another tab", () -> tabs(editor) == before + 1);
        editor.awaitDesign();
    }

    /** The tab of a design, whose name may have a mark of unsaved work. */
    private static Node tab(LiveEditor editor, String name) {
        return LiveEditor.onWindowThread(() -> editor.find("#design-tabs", TabPane.class).lookupAll(".tab").stream()
                .filter(tab -> tab.lookup(".tab-label") instanceof Label label
                        && label.getText().contains(name))
                .findFirst()
                .orElseThrow());
    }

    private static void choose(LiveEditor editor, String tab, String entry) {
        editor.robot().clickOn(tab(editor, tab), MouseButton.SECONDARY);
        AnyWindow.press(editor, entry);
        AnyWindow.awaitNo(editor, entry);
    }

    private static boolean isDisabled(LiveEditor editor, String entry) {
        return LiveEditor.onWindowThread(() -> editor.find("#design-tabs", TabPane.class).getTabs().stream()
                .map(Tab::getContextMenu)
                .filter(ContextMenu::isShowing)
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> entry.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .isDisable());
    }

    @Test
    void savingWritesTheDesignOfThatTab() throws Exception {
        try (LiveEditor editor = open()) {
            editor.drag(editor.card("conv1"), editor.card("conv1").add(0, 40));
            var moved = editor.document();
            assertTrue(moved.isDirty());
            another(editor);
            choose(editor, "net", "#tab-save");
            editor.await("the file", () -> !moved.isDirty());
            assertEquals(
                    moved.design(),
                    new DesignFormat().read(home.resolve("net.json")).value().orElseThrow());
        }
    }

    @Test
    void thePathGoesToTheClipboardAndADesignWithoutFileOffersNone() throws Exception {
        try (LiveEditor editor = open()) {
            choose(editor, "net", "#tab-copyPath");
            assertEquals(
                    home.resolve("net.json").toString(),
                    LiveEditor.onWindowThread(
                            () -> Clipboard.getSystemClipboard().getString()));
            another(editor);
            String name = editor.document().design().name();
            editor.robot().clickOn(tab(editor, name), MouseButton.SECONDARY);
            editor.await("the menu", () -> AnyWindow.find("#tab-copyPath").isPresent());
            assertTrue(isDisabled(editor, "tab-copyPath"));
            assertFalse(isDisabled(editor, "tab-closeOthers"));
            editor.shortcut(KeyCode.ESCAPE);
            AnyWindow.awaitNo(editor, "#tab-copyPath");
        }
    }

    @Test
    void closingTheOthersLeavesThisOneAndClosingItLeavesTheStartPage() throws Exception {
        try (LiveEditor editor = open()) {
            var kept = editor.document();
            another(editor);
            another(editor);
            choose(editor, "net", "#tab-closeOthers");
            editor.await("one tab", () -> tabs(editor) == 1);
            assertEquals(kept, editor.document());
            editor.robot().clickOn(tab(editor, "net"), MouseButton.SECONDARY);
            editor.await("the menu", () -> AnyWindow.find("#tab-closeOthers").isPresent());
            assertTrue(isDisabled(editor, "tab-closeOthers"));
            AnyWindow.press(editor, "#tab-close");
            editor.await("the start page", () -> AnyWindow.find(".preset-card").isPresent());
        }
    }
}
