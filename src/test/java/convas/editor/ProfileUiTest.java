package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.chart.MarkedChart;
import convas.editor.chart.Marks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiling as a person uses it, with the process that really measures. */
final class ProfileUiTest {
    @TempDir
    private Path home;

    private static MarkedChart chart(LiveEditor editor, String selector) {
        MarkedChart chart = editor.find(selector, MarkedChart.class);
        editor.await("the chart's points", () -> !chart.marks().all().isEmpty());
        return chart;
    }

    private static Point2D on(MarkedChart chart, Marks.Mark mark) {
        return LiveEditor.onWindowThread(() -> chart.localToScreen(mark.x(), mark.y()));
    }

    @Test
    void aProfileColoursTheCanvasFillsTheTableAndItsRooflineSelectsNodes() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-plain.json")), Map.of())) {
            editor.click("#profile-button");
            editor.await("the colours", () -> editor.canvas().overlay().isPresent());
            assertEquals(
                    "Measured time", editor.canvas().overlay().orElseThrow().name());
            assertTrue(editor.canvas().overlay().orElseThrow().value("conv4").orElse(0) > 0);

            TreeTableView<?> table = editor.find("#profile-table", TreeTableView.class);
            // 15 primitives of the preset, and the time between them.
            int primitives = (int) editor.document().design().graph().nodes().stream()
                    .filter(node -> !node.type().equals("Input") && !node.type().equals("Output"))
                    .count();
            int rows = LiveEditor.onWindowThread(table::getExpandedItemCount);
            assertEquals(primitives + 1, rows);

            editor.click("#profile-view-roofline");
            MarkedChart roofline = chart(editor, "#profile-roofline");
            Marks.Mark conv = roofline.marks().of("conv3").orElseThrow();
            editor.robot().clickOn(on(roofline, conv));
            editor.await(
                    "the node", () -> editor.document().selection().single().isPresent());
            String chosen = editor.document().selection().single().orElseThrow();
            Marks.Mark found = roofline.marks().of(chosen).orElseThrow();
            assertTrue(Math.hypot(found.x() - conv.x(), found.y() - conv.y()) <= 14, chosen);

            editor.click("#profile-view-memory");
            assertTrue(
                    chart(editor, "#profile-memory-chart").marks().of("conv3").isPresent());
            editor.click("#profile-view-history");
            assertEquals(1, chart(editor, "#profile-history").marks().all().size());
            try (Stream<Path> kept = Files.walk(home.resolve("profiles").resolve("digits-plain"))) {
                assertEquals(1, kept.filter(Files::isRegularFile).count());
            }
        }
    }

    private static Point2D row(LiveEditor editor, int index) {
        editor.await("row " + index, () -> rowNode(editor, index).isPresent());
        return LiveEditor.onWindowThread(() -> {
            Node row = rowNode(editor, index).orElseThrow();
            return row.localToScreen(120, row.getLayoutBounds().getHeight() / 2);
        });
    }

    private static Optional<Node> rowNode(LiveEditor editor, int index) {
        return ((TreeTableView<?>) editor.find("#profile-table", TreeTableView.class))
                .lookupAll(".tree-table-row-cell").stream()
                        .filter(node -> node.isVisible() && ((TreeTableRow<?>) node).getIndex() == index)
                        .findFirst();
    }

    @Test
    void rowsAreChosenByClicksBehindADoubleClickAndByKeysAsManyAsOneLikes() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-ghost.json")), Map.of())) {
            editor.click("#profile-button");
            editor.await("the colours", () -> editor.canvas().overlay().isPresent());
            TreeTableView<?> table = editor.find("#profile-table", TreeTableView.class);
            int module = LiveEditor.onWindowThread(() -> {
                for (int index = 0; index < table.getExpandedItemCount(); index++) {
                    if (!table.getTreeItem(index).isLeaf()) {
                        return index;
                    }
                }
                throw new AssertionError("no module");
            });
            // Shown in the middle of the table, so that rows before and behind it can be clicked.
            LiveEditor.onWindowThread(() -> {
                table.scrollTo(Math.max(0, module - 1));
                return null;
            });
            editor.doubleClick(row(editor, module));
            editor.click(row(editor, module + 1));
            editor.await("the body", () -> editor.document().sheet().place().depth() == 1);
            assertTrue(editor.document().selection().single().isPresent());
            editor.click(row(editor, module + 2));
            editor.click(row(editor, module));
            editor.await("the design", () -> editor.document().sheet().place().depth() == 0);
            for (int count = 0; count < 3; count++) {
                editor.shortcut(KeyCode.DOWN);
            }
            editor.await("the body", () -> editor.document().sheet().place().depth() == 1);
            for (int count = 0; count < 4; count++) {
                editor.shortcut(KeyCode.LEFT);
            }
            editor.await("the design", () -> editor.document().sheet().place().depth() == 0);
            editor.doubleClick(row(editor, module));
            editor.doubleClick(row(editor, module + 1));
            editor.await("a node", () -> editor.document().selection().single().isPresent());
        }
    }

    @Test
    void stopEndsTheMeasurementAtOnceAndADeviceThatIsNotThereIsSaid() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "ghostnet.json")), Map.of())) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.P);
            Region progress = editor.find("#profile-progress", Region.class);
            editor.await("the progress", () -> progress.getParent().isVisible());
            editor.click("#profile-start");
            editor.await("the end", () -> !progress.getParent().isVisible());
            assertTrue(editor.canvas().overlay().isEmpty());

            ComboBox<?> device = editor.find("#profile-device", ComboBox.class);
            LiveEditor.onWindowThread(() -> {
                device.getEditor().setText("gpu7");
                return null;
            });
            editor.click("#profile-start");
            Label problems = editor.find("#profile-problems", Label.class);
            editor.await("the refusal", problems::isVisible);
            assertTrue(editor.text("#profile-problems").contains("gpu7"), editor.text("#profile-problems"));
        }
    }

    @Test
    void aDesignWithErrorsIsRefusedWithEveryError() throws Exception {
        Path broken = home.resolve("broken.json");
        Files.writeString(broken, """
            {"format": "convas-design", "version": 1, "name": "broken", "nodes": [
              {"id": "image", "type": "Input", "params": {"shape": [3, 8, 8]}},
              {"id": "conv", "type": "Conv2d", "params": {"out_channels": 4, "kernel_size": 9}},
              {"id": "group", "type": "Conv2d", "params": {"out_channels": 4, "kernel_size": 1, "groups": 2}},
              {"id": "scores", "type": "Output"}],
             "edges": [{"from": "image", "to": "conv"}, {"from": "image", "to": "group"}, {"from": "group", "to": "scores"}]}
            """);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(broken), Map.of())) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.P);
            Label problems = editor.find("#profile-problems", Label.class);
            editor.await("the refusal", problems::isVisible);
            String said = editor.text("#profile-problems");
            assertTrue(said.contains("conv") && said.contains("group"), said);
        }
    }
}
