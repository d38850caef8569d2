package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Document;
import convas.editor.keys.KeyRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window without a mouse. */
final class KeyboardUiTest {
    @TempDir
    private Path home;

    private LiveEditor open(String preset) throws Exception {
        return LiveEditor.open(home, Optional.of(LiveEditor.project("presets", preset + ".json")), Map.of());
    }

    private static Optional<Node> inAnyWindow(String selector) {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(found -> found != null)
                .findFirst());
    }

    private static void collect(List<MenuItem> items, List<MenuItem> all) {
        for (MenuItem item : items) {
            if (item instanceof Menu menu) {
                collect(menu.getItems(), all);
            } else if (item.getId() != null && item.getId().startsWith("command-")) {
                all.add(item);
            }
        }
    }

    private static List<MenuItem> commands(LiveEditor editor) {
        MenuBar bar = editor.find("#menu-bar", MenuBar.class);
        List<MenuItem> all = new ArrayList<>();
        bar.getMenus().forEach(menu -> collect(menu.getItems(), all));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static TableView<KeyRow> sheet(LiveEditor editor) {
        editor.await("the sheet", () -> inAnyWindow("#keys-table").isPresent());
        return (TableView<KeyRow>) inAnyWindow("#keys-table").orElseThrow();
    }

    @Test
    void everyCommandIsInAMenuAndInTheSheetAndNoTwoShareAKey() throws Exception {
        try (LiveEditor editor = open("digits-plain")) {
            List<MenuItem> items = commands(editor);
            Map<String, String> byKey = new TreeMap<>();
            for (MenuItem item : items) {
                if (item.getAccelerator() != null) {
                    String other = byKey.put(item.getAccelerator().getDisplayText(), item.getId());
                    assertEquals(null, other, item.getId() + " has the key of " + other);
                }
                assertTrue(!item.getText().contains(".command."), item.getText() + " has no name");
                // GNOME, KDE, Xfce and graphics drivers take such keys: Ctrl+Alt+T, L, D, arrows, ...
                assertTrue(
                        item.getAccelerator() == null
                                || !item.getAccelerator().getName().contains("Ctrl+Alt")
                                        && !item.getAccelerator().getName().contains("Alt+Shortcut")
                                        && !item.getAccelerator().getName().contains("Shortcut+Alt"),
                        item.getId() + " has a key of the desktop");
            }
            editor.shortcut(KeyCode.F1);
            List<KeyRow> rows = List.copyOf(sheet(editor).getItems());
            for (MenuItem item : items) {
                String keys = item.getAccelerator() == null
                        ? ""
                        : item.getAccelerator().getDisplayText();
                assertTrue(
                        rows.stream()
                                .anyMatch(row -> row.name().equals(item.getText())
                                        && row.keys().startsWith(keys)),
                        item.getId() + " is not in the sheet");
            }
            assertEquals(
                    items.size(),
                    rows.stream()
                            .filter(row -> !row.group().equals("On the canvas"))
                            .count());
        }
    }

    @Test
    void theQuestionMarkShowsTheSheetWhichCanBeSearchedAndIsALetterInAField() throws Exception {
        try (LiveEditor editor = open("digits-plain")) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.K);
            editor.robot().write("?");
            assertEquals("?", editor.find("#command-field", TextField.class).getText());
            assertTrue(inAnyWindow("#keys-sheet").isEmpty());
            editor.shortcut(KeyCode.ESCAPE);
            LiveEditor.onWindowThread(() -> {
                editor.canvas().requestFocus();
                return null;
            });
            editor.robot().write("?");
            TableView<KeyRow> table = sheet(editor);
            editor.await(
                    "the search",
                    () -> inAnyWindow("#keys-search").orElseThrow().isFocused());
            editor.robot().write("undo");
            editor.await("one line", () -> table.getItems().size() == 1);
            assertEquals("Ctrl+Z", table.getItems().get(0).keys());
            editor.shortcut(KeyCode.ESCAPE);
            editor.await("the sheet to go", () -> inAnyWindow("#keys-sheet").isEmpty());
        }
    }

    /** The id of the area that has the keyboard. */
    private static String area(LiveEditor editor) {
        List<String> areas = List.of("command-field", "palette", "design-tabs", "inspector", "dock");
        return LiveEditor.onWindowThread(() -> {
            for (Node at = editor.scene().getFocusOwner(); at != null; at = at.getParent()) {
                Node here = at;
                Optional<String> found = areas.stream()
                        .filter(name -> name.equals(here.getId())
                                || here.getStyleClass().contains(name))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return "";
        });
    }

    @Test
    void oneKeyGoesRoundTheAreasOfTheWindowAndBack() throws Exception {
        try (LiveEditor editor = open("digits-plain")) {
            editor.await("the canvas", () -> area(editor).equals("design-tabs"));
            List<String> way = List.of("inspector", "dock", "command-field", "palette", "design-tabs");
            for (String next : way) {
                editor.shortcut(KeyCode.F6);
                editor.await(next, () -> area(editor).equals(next));
            }
            editor.shortcut(KeyCode.SHIFT, KeyCode.F6);
            editor.await("the palette", () -> area(editor).equals("palette"));
        }
    }

    @Test
    void tabsAreChangedClosedAndOpenedAgainByKeys() throws Exception {
        try (LiveEditor editor = open("digits-plain")) {
            Document first = editor.document();
            editor.shortcut(KeyCode.CONTROL, KeyCode.N);
            editor.await("the new design", () -> editor.document() != first);
            Document second = editor.document();
            editor.shortcut(KeyCode.CONTROL, KeyCode.TAB);
            editor.await("the first", () -> editor.document() == first);
            editor.shortcut(KeyCode.CONTROL, KeyCode.TAB);
            editor.await("the second", () -> editor.document() == second);
            editor.shortcut(KeyCode.CONTROL, KeyCode.W);
            TabPane tabs = editor.find("#design-tabs", TabPane.class);
            editor.await("one tab", () -> tabs.getTabs().size() == 1);
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
            editor.await("two tabs", () -> tabs.getTabs().size() == 2);
            assertSame(second, editor.document());
        }
    }
}
