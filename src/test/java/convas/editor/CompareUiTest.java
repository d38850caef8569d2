package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import convas.graph.Design;
import convas.graph.Node;
import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two designs side by side, as a person compares them. */
final class CompareUiTest {
    @TempDir
    private Path home;

    private LiveEditor open() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        return LiveEditor.open(home, Optional.of(file), Map.of());
    }

    /** Makes the first convolution wider, as one step. */
    private static void widen(LiveEditor editor, long channels) {
        LiveEditor.onWindowThread(() -> editor.document().apply("editor.edit.name", design -> {
            Node conv = design.graph().node("conv1").orElseThrow();
            return design.withSheet(design.sheet()
                    .withGraph(new convas.graph.Graph(
                            design.graph().nodes().stream()
                                    .map(node ->
                                            node == conv ? node.withParam("out_channels", Value.of(channels)) : node)
                                    .toList(),
                            design.graph().edges())));
        }));
    }

    private static void compareWithSaved(LiveEditor editor, String count) {
        editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        editor.await(
                "the differences",
                () -> editor.scene().lookup("#compare-count") != null
                        && editor.text("#compare-count").matches(count));
    }

    private static List<String> rows(LiveEditor editor) {
        TableView<?> table = editor.find("#compare-table", TableView.class);
        return LiveEditor.onWindowThread(
                () -> table.getItems().stream().map(Object::toString).toList());
    }

    /** Whether a canvas shows a pixel of about this colour. */
    private static boolean shows(LiveEditor editor, String selector, Color color) {
        Region canvas = editor.find(selector, Region.class);
        return LiveEditor.onWindowThread(() -> {
            WritableImage image = canvas.snapshot(null, null);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    if (image.getPixelReader().getColor(x, y).equals(color)) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    @Test
    void anEditIsMarkedOnBothSidesListedAndCounted() throws Exception {
        try (LiveEditor editor = open()) {
            widen(editor, 64);
            editor.await("the analysis", () -> editor.document().analysis().isPresent());
            compareWithSaved(editor, "[1-9]\\d* differences");
            String conv = rows(editor).stream()
                    .filter(row -> row.contains("path=conv1,"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(conv.contains("CHANGED") && conv.contains("out_channels"), conv);
            assertTrue(editor.text("#compare-params").matches("Parameters .+ \u2192 .+ \\(\\+.+ %\\)"));
            // The frame's colour of what was changed, in the light theme.
            Color changed = Color.web("#bc4c00");
            editor.await("the marks", () -> shows(editor, "#compare-left", changed));
            assertTrue(shows(editor, "#compare-right", changed));
        }
    }

    @Test
    void keysGoFromDifferenceToDifferenceAndARowGoesToItsNodeOnBothSides() throws Exception {
        try (LiveEditor editor = open()) {
            widen(editor, 64);
            compareWithSaved(editor, "[1-9]\\d* differences");
            int all = rows(editor).size();
            editor.shortcut(KeyCode.F7);
            editor.await("the first", () -> editor.text("#compare-count").equals("1 of " + all));
            editor.shortcut(KeyCode.F7);
            editor.await("the second", () -> editor.text("#compare-count").equals("2 of " + all));
            editor.shortcut(KeyCode.SHIFT, KeyCode.F7);
            editor.shortcut(KeyCode.SHIFT, KeyCode.F7);
            editor.await("the last", () -> editor.text("#compare-count").equals(all + " of " + all));
            Region left = editor.find("#compare-left", Region.class);
            WritableImage before = LiveEditor.onWindowThread(() -> left.snapshot(null, null));
            TableView<?> table = editor.find("#compare-table", TableView.class);
            editor.shortcut(KeyCode.F7);
            editor.await("the first again", () -> table.getSelectionModel().getSelectedIndex() == 0);
            WritableImage after = LiveEditor.onWindowThread(() -> left.snapshot(null, null));
            assertNotEquals(pixels(before), pixels(after));
        }
    }

    private static List<Integer> pixels(WritableImage image) {
        return java.util.stream.IntStream.range(0, (int) image.getWidth())
                .mapToObj(x -> image.getPixelReader().getArgb(x, (int) image.getHeight() / 2))
                .toList();
    }

    @Test
    void bothSidesPanTogetherUntilTheLinkIsCut() throws Exception {
        try (LiveEditor editor = open()) {
            widen(editor, 64);
            compareWithSaved(editor, "[1-9]\\d* differences");
            Region left = editor.find("#compare-left", Region.class);
            Region right = editor.find("#compare-right", Region.class);
            List<Integer> still = LiveEditor.onWindowThread(() -> pixels(right.snapshot(null, null)));
            Point2D middle = editor.middle(left);
            editor.drag(middle, middle.add(60, 25));
            List<Integer> moved = LiveEditor.onWindowThread(() -> pixels(right.snapshot(null, null)));
            assertNotEquals(still, moved);
            editor.click("#compare-linked");
            editor.drag(middle, middle.add(-60, -25));
            assertEquals(moved, LiveEditor.onWindowThread(() -> pixels(right.snapshot(null, null))));
        }
    }

    @Test
    void theComparisonFollowsEditsAndClosesByItsKeyWhileTheDesignStays() throws Exception {
        try (LiveEditor editor = open()) {
            Design saved = editor.document().design();
            var document = editor.document();
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
            editor.await(
                    "no difference",
                    () -> editor.scene().lookup("#compare-count") != null
                            && editor.text("#compare-count").equals("No differences"));
            LiveEditor.onWindowThread(() -> {
                document.select(Selection.ofNode("conv1"));
                return document.apply(document.intents().delete(document.selection()));
            });
            editor.await("a difference", () -> rows(editor).stream().anyMatch(row -> row.contains("REMOVED")));
            LiveEditor.onWindowThread(() -> {
                document.undo();
                return null;
            });
            editor.await("none again", () -> editor.text("#compare-count").equals("No differences"));
            editor.shortcut(KeyCode.CONTROL, KeyCode.W);
            TabPane tabs = editor.find("#design-tabs", TabPane.class);
            editor.await("one tab", () -> tabs.getTabs().size() == 1);
            assertEquals(saved, editor.document().design());
        }
    }
}
