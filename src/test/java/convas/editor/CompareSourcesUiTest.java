package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Document;
import convas.graph.Edits;
import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which two designs stand side by side, chosen by the boxes above them; and the way into a module there. */
final class CompareSourcesUiTest {
    @TempDir
    private Path home;

    private Document document;

    private LiveEditor open(String preset) throws Exception {
        return open(preset, Map.of());
    }

    private LiveEditor open(String preset, Map<String, String> remembered) throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", preset + ".json"), home.resolve("net.json"));
        LiveEditor editor = LiveEditor.open(home, Optional.of(file), remembered);
        document = editor.document();
        editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        editor.await(
                "the comparison",
                () -> editor.scene().lookup("#compare-count") != null
                        && editor.text("#compare-count").equals("No differences"));
        return editor;
    }

    private static ComboBox<?> box(LiveEditor editor, String side) {
        return editor.find("#compare-" + side, ComboBox.class);
    }

    private static String chosen(LiveEditor editor, String side) {
        return LiveEditor.onWindowThread(() -> String.valueOf(box(editor, side).getValue()));
    }

    /** Chooses by keyboard: opens the box, goes down to the entry, takes it. */
    private static void choose(LiveEditor editor, String side, String name) {
        ComboBox<?> box = box(editor, side);
        editor.click("#compare-" + side);
        editor.await("the choices", box::isShowing);
        int steps = LiveEditor.onWindowThread(() -> {
            List<String> names = box.getItems().stream().map(String::valueOf).toList();
            assertTrue(names.contains(name), names.toString());
            return names.indexOf(name) - box.getSelectionModel().getSelectedIndex();
        });
        for (int step = 0; step < Math.abs(steps); step++) {
            editor.shortcut(steps > 0 ? KeyCode.DOWN : KeyCode.UP);
        }
        editor.shortcut(KeyCode.ENTER);
        editor.await(
                "the choice", () -> !box.isShowing() && chosen(editor, side).equals(name));
    }

    private static List<String> rows(LiveEditor editor, String kind) {
        TableView<?> table = editor.find("#compare-table", TableView.class);
        return LiveEditor.onWindowThread(() -> table.getItems().stream()
                .map(Object::toString)
                .filter(row -> row.contains(kind))
                .toList());
    }

    @Test
    void eachBoxChoosesItsSideAndTheArrowsSwapThem() throws Exception {
        try (LiveEditor editor = open("digits-plain")) {
            assertEquals("net.json", chosen(editor, "after"));
            choose(editor, "before", "digits-ghost (preset)");
            // Only the plain net has conv1, only the Ghost net has stage1.
            editor.await(
                    "what is new", () -> rows(editor, "ADDED").stream().anyMatch(row -> row.contains("path=conv2,")));
            assertTrue(rows(editor, "REMOVED").stream().anyMatch(row -> row.contains("path=stage1")));
            TabPane tabs = editor.find("#design-tabs", TabPane.class);
            assertEquals(
                    "digits-ghost (preset) \u21c4 net.json",
                    tabs.getTabs().get(1).getText());
            editor.click("#compare-swap");
            editor.await(
                    "the other way",
                    () -> rows(editor, "REMOVED").stream().anyMatch(row -> row.contains("path=conv2,")));
            assertTrue(rows(editor, "ADDED").stream().anyMatch(row -> row.contains("path=stage1")));
            assertEquals("net.json", chosen(editor, "before"));
            assertEquals("digits-ghost (preset)", chosen(editor, "after"));
            choose(editor, "after", "net.json");
            editor.await("no difference", () -> editor.text("#compare-count").equals("No differences"));
        }
    }

    @Test
    void twoClicksGoIntoAModuleOnBothSidesAndTheArrowComesOut() throws Exception {
        try (LiveEditor editor = open("digits-ghost")) {
            LiveEditor.onWindowThread(() -> document.apply(
                    "editor.edit.name",
                    design -> design.withSheet(Edits.setParam("ghost", "kernel_size", Optional.of(Value.of(5)))
                            .apply(design.sheet()))));
            editor.await("the difference", () -> rows(editor, "path=ghost,").size() == 1);
            TableView<?> table = editor.find("#compare-table", TableView.class);
            // Going to a difference puts its card into the middle of both sides.
            editor.await("the module in the middle", () -> {
                editor.shortcut(KeyCode.F7);
                return String.valueOf(table.getSelectionModel().getSelectedItem())
                        .contains("path=ghost,");
            });
            assertEquals("Whole design", editor.text("#compare-place"));
            List<Integer> left = pixels(editor, "#compare-left");
            List<Integer> right = pixels(editor, "#compare-right");
            editor.doubleClick(editor.middle(editor.find("#compare-right", Region.class)));
            editor.await("the module", () -> editor.text("#compare-place").equals("ghost"));
            assertNotEquals(left, pixels(editor, "#compare-left"));
            assertNotEquals(right, pixels(editor, "#compare-right"));
            assertFalse(editor.find("#compare-up", Button.class).isDisabled());
            editor.click("#compare-up");
            editor.await("the design", () -> editor.text("#compare-place").equals("Whole design"));
            assertTrue(editor.find("#compare-up", Button.class).isDisabled());
        }
    }

    private static List<Integer> pixels(LiveEditor editor, String canvas) {
        Region region = editor.find(canvas, Region.class);
        WritableImage image = LiveEditor.onWindowThread(() -> region.snapshot(null, null));
        return IntStream.range(0, (int) image.getWidth())
                .mapToObj(x -> image.getPixelReader().getArgb(x, (int) image.getHeight() / 2))
                .toList();
    }

    @Test
    void aFileThatIsNotOpenIsAmongTheChoicesWhereItWasUsedBefore() throws Exception {
        Path other = Files.copy(LiveEditor.project("presets", "digits-ghost.json"), home.resolve("other.json"));
        try (LiveEditor editor = open("digits-plain", Map.of("recent.0", other.toString()))) {
            choose(editor, "after", "other.json (file)");
            editor.await(
                    "what is new", () -> rows(editor, "ADDED").stream().anyMatch(row -> row.contains("path=stage1")));
            assertTrue(rows(editor, "REMOVED").stream().anyMatch(row -> row.contains("path=conv2,")));
            // One that has gone meanwhile is said to be, by its name.
            Files.delete(other);
            choose(editor, "before", "other.json (file)");
            editor.await("the problem", () -> editor.text("#compare-problem").contains("other.json"));
        }
    }
}
