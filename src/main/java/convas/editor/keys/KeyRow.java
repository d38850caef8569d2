package convas.editor.keys;

import convas.editor.Command;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCombination;

/**
 * A line of the shortcut sheet.
 *
 * @param group what it belongs to: a menu, or the canvas
 * @param keys as they are pressed; empty for a command without any
 */
public record KeyRow(String group, String name, String keys) {
    /** What hands do on the canvas, which is no command. */
    private static final List<String> HANDS = List.of(
            "connect",
            "follow",
            "marquee",
            "add",
            "pan",
            "zoom",
            "delete",
            "deleteWires",
            "nudge",
            "duplicate",
            "free",
            "insert",
            "walk",
            "mute",
            "bend",
            "frame",
            "write",
            "open",
            "unfold",
            "type");

    /** Every command in menu order, and then the canvas. */
    public static List<KeyRow> of(List<List<Command>> groups, Texts texts) {
        List<KeyRow> rows = new ArrayList<>();
        for (List<Command> group : groups) {
            for (Command command : group) {
                String id = command.id();
                String menu = texts.get("editor.menu." + id.substring(0, id.indexOf('.')));
                String keys =
                        command.shortcut().map(KeyCombination::getDisplayText).orElse("");
                rows.add(new KeyRow(
                        menu, texts.get(command.textKey()), id.equals("help.keys") ? keys + "  /  ?" : keys));
            }
        }
        // Menus whose commands come in several runs stay together.
        List<KeyRow> sorted = new ArrayList<>();
        rows.stream()
                .map(KeyRow::group)
                .distinct()
                .forEach(menu ->
                        rows.stream().filter(row -> row.group().equals(menu)).forEach(sorted::add));
        String canvas = texts.get("editorkeys.canvas");
        HANDS.forEach(hand -> sorted.add(new KeyRow(
                canvas, texts.get("editorkeys.hand." + hand), texts.get("editorkeys.hand." + hand + ".how"))));
        return sorted;
    }

    /** Whether every word of a search is somewhere in the line. */
    boolean fits(String search) {
        String all = (group + " " + name + " " + keys).toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
