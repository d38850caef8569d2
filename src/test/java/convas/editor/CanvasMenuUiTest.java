package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever can be done on the canvas is a line of a menu, with its keys, in both languages. */
final class CanvasMenuUiTest {
    /** Command and its keys; those without a modifier stand in the name, since a menu would take them from text fields. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("edit.mute", ""),
            Map.entry("edit.replace", "Ctrl+Shift+R"),
            Map.entry("edit.pasteConnected", "Ctrl+Shift+V"),
            Map.entry("edit.connect", "Ctrl+E"),
            Map.entry("select.all", ""),
            Map.entry("select.none", ""),
            Map.entry("select.invert", "Ctrl+Shift+I"),
            Map.entry("select.type", "Ctrl+Shift+A"),
            Map.entry("select.connected", "Ctrl+J"),
            Map.entry("select.framed", ""),
            Map.entry("select.upstream", "Ctrl+Shift+←"),
            Map.entry("select.downstream", "Ctrl+Shift+→"),
            Map.entry("select.path", "Ctrl+Shift+B"),
            Map.entry("select.walk.right", "Alt+→"),
            Map.entry("select.walk.wire", "Alt+W"),
            Map.entry("arrange.frame", "Ctrl+Shift+F"),
            Map.entry("arrange.note", "Ctrl+Shift+N"),
            Map.entry("arrange.color.red", ""),
            Map.entry("arrange.color.none", ""),
            Map.entry("arrange.bend", ""),
            Map.entry("arrange.unbend", ""),
            Map.entry("view.bookmark.set9", "Ctrl+Shift+9"),
            Map.entry("view.bookmark.go1", "Alt+1"),
            Map.entry("view.actual", "Ctrl+0"),
            Map.entry("view.fit", "Ctrl+1"));

    @TempDir
    private Path home;

    private static void collect(List<? extends MenuItem> items, List<MenuItem> all) {
        for (MenuItem item : items) {
            all.add(item);
            if (item instanceof Menu menu) {
                collect(menu.getItems(), all);
            }
        }
    }

    private List<MenuItem> items(String language) throws Exception {
        Optional<Path> preset = Optional.of(LiveEditor.project("presets", "digits-plain.json"));
        try (LiveEditor editor = LiveEditor.open(home, preset, Map.of("language", language))) {
            List<MenuItem> all = new ArrayList<>();
            MenuBar bar = editor.find(".menu-bar", MenuBar.class);
            editor.robot().interact(() -> collect(bar.getMenus(), all));
            return all;
        }
    }

    @Test
    void everyCommandOfTheCanvasIsInTheMenuInBothLanguages() throws Exception {
        List<MenuItem> english = items("en");
        List<MenuItem> chinese = items("zh-CN");

        Map<String, String> shown = new LinkedHashMap<>();
        english.stream()
                .filter(item -> item.getId() != null && item.getId().startsWith("command-"))
                .forEach(item -> shown.put(
                        item.getId().substring("command-".length()),
                        item.getAccelerator() == null
                                ? ""
                                : item.getAccelerator().getDisplayText()));
        KEYS.forEach((command, keys) -> assertEquals(keys, shown.get(command), command));

        assertEquals(english.size(), chinese.size());
        for (int index = 0; index < english.size(); index++) {
            String name = english.get(index).getText();
            String translated = chinese.get(index).getText();
            assertTrue(name == null || !name.matches("editor[a-z]*\\..*"), name);
            assertTrue(translated == null || !translated.matches("editor[a-z]*\\..*"), translated);
            String id = String.valueOf(english.get(index).getId()).replace("command-", "");
            assertTrue(!KEYS.containsKey(id) || !name.equals(translated), name);
        }
    }

    @Test
    void noTwoCommandsHaveTheSameKeys() throws Exception {
        Map<String, String> byKeys = new LinkedHashMap<>();
        for (MenuItem item : items("en")) {
            if (item.getAccelerator() != null) {
                String before = byKeys.put(item.getAccelerator().getName(), item.getId());
                assertTrue(before == null, () -> before + " and " + item.getId());
            }
        }
    }
}
