package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.runs.RunChart;
import convas.training.RunSamples;
import convas.training.archive.RunArchive;
import convas.training.archive.RunColumn;
import convas.training.archive.RunDifference;
import convas.training.archive.RunSummary;
import convas.training.run.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of runs with its chart, in the whole window. */
final class RunsUiTest {
    @TempDir
    private Path home;

    private void fill() throws IOException {
        Path runs = home.resolve("runs");
        RunSamples.write(runs, "plain", 0.96, 70_330, RunCard.Status.FINISHED);
        RunSamples.write(runs, "ghost", 0.98, 9_000, RunCard.Status.STOPPED);
        RunSamples.write(runs, "shuffle", 0.9, 7_290, RunCard.Status.RUNNING);
        Files.writeString(Files.createDirectory(runs.resolve("broken")).resolve("card.json"), "{");
    }

    private LiveEditor open(String language) throws Exception {
        fill();
        LiveEditor editor = LiveEditor.open(
                home, Optional.of(LiveEditor.project("presets", "digits-plain.json")), Map.of("language", language));
        editor.click("#dock-runs");
        editor.await("four runs", () -> table(editor).getItems().size() == 4);
        return editor;
    }

    private static TableView<RunSummary> table(LiveEditor editor) {
        @SuppressWarnings("unchecked")
        TableView<RunSummary> table = editor.find("#runs-table", TableView.class);
        return table;
    }

    private static RunChart.Content chart(LiveEditor editor) {
        return LiveEditor.onWindowThread(
                () -> editor.find("#runs-chart", RunChart.class).content());
    }

    /** Clicks a cell of a run's row. */
    private static void clickCell(LiveEditor editor, String text) {
        editor.robot().clickOn(cell(editor, text));
    }

    private static Node cell(LiveEditor editor, String text) {
        return LiveEditor.onWindowThread(() -> table(editor).lookupAll(".table-cell").stream()
                .filter(node -> text.equals(((Labeled) node).getText()))
                .findFirst()
                .orElseThrow());
    }

    private static String name(String design) {
        return design + "-20260304-050607";
    }

    @Test
    void runsAreListedFilteredAndDrawnOverEachOther() throws Exception {
        try (LiveEditor editor = open("en")) {
            assertEquals("4 runs", editor.text("#runs-count"));
            editor.click("#runs-filter");
            editor.robot().write("stopped");
            editor.await("one run", () -> table(editor).getItems().size() == 1);
            assertEquals("1 of 4 runs", editor.text("#runs-count"));
            editor.robot().eraseText(7);
            editor.await("all of them", () -> table(editor).getItems().size() == 4);
            clickCell(editor, name("plain"));
            editor.robot().press(KeyCode.CONTROL);
            clickCell(editor, name("ghost"));
            editor.robot().release(KeyCode.CONTROL);
            editor.await("two curves", () -> chart(editor).curves().size() == 2);
            RunChart.Curve curve = chart(editor).curves().stream()
                    .filter(each -> each.name().startsWith("plain"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(2, curve.series().size());
            assertEquals(0.48, curve.series().y(0), 1e-9);
            assertEquals(0.96, curve.series().y(1), 1e-9);
            editor.screenshot("runs-curves");

            LiveEditor.onWindowThread(() -> {
                ComboBox<?> view = editor.find("#runs-view", ComboBox.class);
                view.getSelectionModel().select(4);
                return null;
            });
            editor.await("dots", () -> chart(editor).dots().size() == 3);
            // Shuffle is the cheapest, ghost the best and cheaper than plain.
            assertEquals(
                    List.of("shuffle true", "ghost true", "plain false"),
                    chart(editor).dots().stream()
                            .map(dot -> dot.name() + " " + dot.best())
                            .toList());
            editor.screenshot("runs-dots");

            editor.click("#runs-compare");
            @SuppressWarnings("unchecked")
            TableView<RunDifference.Row> rows = editor.find("#difference-table", TableView.class);
            assertEquals(List.of(), LiveEditor.onWindowThread(() -> List.copyOf(rows.getItems())));
            editor.click("#difference-designs");
            editor.await(
                    "both designs", () -> editor.findIfThere("#compare-left").isPresent());
        }
    }

    @Test
    void aRunIsTaggedAndItsDesignOpenedAndItGoesIntoTheTrash() throws Exception {
        try (LiveEditor editor = open("zh-CN")) {
            editor.screenshot("runs-zh");
            clickCell(editor, name("ghost"));
            editor.click("#runs-open");
            editor.await("its design", () -> editor.document().design().name().equals("ghost"));
            assertEquals(
                    Optional.empty(),
                    LiveEditor.onWindowThread(() -> editor.document().file()));

            LiveEditor.onWindowThread(() -> {
                TableView<RunSummary> table = table(editor);
                int row = 0;
                while (!table.getItems().get(row).name().equals(name("ghost"))) {
                    row++;
                }
                table.edit(row, table.getColumns().get(RunColumn.TAGS.ordinal()));
                return null;
            });
            editor.await("a field", () -> editor.findIfThere("#runs-edit").isPresent());
            editor.robot().write("good, small").push(KeyCode.ENTER);
            Path run = home.resolve("runs").resolve(name("ghost"));
            editor.await(
                    "the tags",
                    () -> new RunArchive(home.resolve("runs"))
                            .read().stream()
                                    .anyMatch(each -> each.notes().tags().equals(List.of("good", "small"))));
            editor.await(
                    "the tags in the table",
                    () -> table(editor).getItems().stream()
                            .anyMatch(each -> each.notes().tags().size() == 2));

            editor.click("#runs-delete");
            editor.await("it is gone", () -> table(editor).getItems().size() == 3);
            assertFalse(Files.exists(run));
            assertTrue(Files.isDirectory(
                    home.resolve("runs").resolve(RunArchive.TRASH).resolve(name("ghost"))));
        }
    }
}
