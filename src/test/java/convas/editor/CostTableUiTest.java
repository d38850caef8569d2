package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.dock.CostColumn;
import convas.editor.dock.CostRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The cost table as a person reads, sorts, filters and copies it. */
final class CostTableUiTest {
    @TempDir
    private Path home;

    private LiveEditor editor;

    private void open(String preset) throws Exception {
        editor = LiveEditor.open(home, Optional.of(LiveEditor.project("presets", preset + ".json")), Map.of());
        editor.click("#dock-costs");
        editor.await("the rows", () -> !table().getItems().isEmpty());
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @SuppressWarnings("unchecked")
    private TableView<CostRow> table() {
        return (TableView<CostRow>) editor.find("#costs-table", TableView.class);
    }

    private List<String> paths() {
        return LiveEditor.onWindowThread(
                () -> table().getItems().stream().map(CostRow::path).toList());
    }

    private Set<String> chosen() {
        return LiveEditor.onWindowThread(() -> Set.copyOf(table().getSelectionModel().getSelectedItems().stream()
                .map(CostRow::path)
                .toList()));
    }

    /** Where the row of a path is on the screen, after it was scrolled to where it can be seen. */
    private Point2D row(String path) {
        LiveEditor.onWindowThread(() -> {
            table().scrollTo(Math.max(0, paths().indexOf(path) - 1));
            return null;
        });
        editor.await("the row of " + path, () -> cell(path).isPresent());
        // The table lays its rows out once more after a jump.
        Point2D place = editor.middle(LiveEditor.onWindowThread(() -> cell(path).orElseThrow()));
        for (int still = 0; still < 5; still++) {
            WaitForAsyncUtils.sleep(40, TimeUnit.MILLISECONDS);
            editor.await("the row of " + path, () -> cell(path).isPresent());
            Point2D now =
                    editor.middle(LiveEditor.onWindowThread(() -> cell(path).orElseThrow()));
            still = now.equals(place) ? still : 0;
            place = now;
        }
        return place;
    }

    private Optional<Node> cell(String path) {
        return table().lookupAll(".table-row-cell").stream()
                // The table keeps rows that it does not need now, unseen and with what they last showed.
                .filter(node -> node.isVisible()
                        && node instanceof TableRow<?> cell
                        && cell.getItem() instanceof CostRow item
                        && item.path().equals(path))
                .findFirst();
    }

    private static boolean inOrder(CostColumn column, List<CostRow> rows) {
        for (int index = 1; index < rows.size(); index++) {
            String before = column.plain(rows.get(index - 1));
            String after = column.plain(rows.get(index));
            boolean wrong = column.isFigure()
                    ? Double.parseDouble(before) > Double.parseDouble(after)
                    : column != CostColumn.OUTPUT && before.compareTo(after) > 0;
            if (wrong) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyColumnSortsByAClickOnItsHeading() throws Exception {
        open("digits-plain");
        for (CostColumn column : CostColumn.values()) {
            editor.click("#costs-" + column.key() + " .label");
            editor.await("order by " + column, () -> inOrder(column, List.copyOf(table().getItems())));
        }
        editor.click("#costs-params .label");
        editor.click("#costs-params .label");
        // 9 * 64 * 64 weights are the most.
        editor.await("the most first", () -> paths().get(0).equals("conv5"));
    }

    @Test
    void conditionsFilterAsTheyDoInTheBox() throws Exception {
        open("digits-plain");
        editor.click("#costs-filter");
        editor.robot().write("type:conv params>=9.2K");
        editor.await("three", () -> paths().equals(List.of("conv3", "conv4", "conv5")));
        // 9 * 32 * 32, 9 * 32 * 64 and 9 * 64 * 64.
        editor.await("their sum", () -> editor.text("#costs-total").startsWith("Found: parameters 64,512 "));
        editor.robot().push(KeyCode.CONTROL, KeyCode.A).write("pool");
        editor.await("words", () -> paths().stream().allMatch(path -> path.contains("pool")));
    }

    @Test
    void rowsAndNodesAreSelectedTogether() throws Exception {
        open("digits-plain");
        editor.click(editor.card("conv2"));
        editor.await("its row", () -> chosen().equals(Set.of("conv2")));
        editor.robot().press(KeyCode.SHIFT);
        editor.click(editor.card("conv1"));
        editor.robot().release(KeyCode.SHIFT);
        editor.await("both rows", () -> chosen().equals(Set.of("conv1", "conv2")));
        // 9 * 16 and 9 * 16 * 32.
        editor.await("their sum", () -> editor.text("#costs-total").startsWith("Selected: parameters 4,752 "));

        editor.click(row("bn1"));
        editor.await("its node", () -> editor.document().selection().nodes().equals(Set.of("bn1")));
        editor.robot().press(KeyCode.CONTROL);
        editor.click(row("conv1"));
        editor.robot().release(KeyCode.CONTROL);
        editor.await("both nodes", () -> editor.document().selection().nodes().equals(Set.of("bn1", "conv1")));
    }

    @Test
    void theTreeOpensByKeyAndGoesIntoAModule() throws Exception {
        open("digits-ghost");
        editor.click(row("ghost"));
        editor.shortcut(KeyCode.RIGHT);
        editor.await("what is inside", () -> paths().contains("ghost/cheap_conv"));
        editor.click(row("ghost/cheap_conv"));
        editor.await("the module", () -> editor.document().selection().nodes().equals(Set.of("ghost")));
        editor.shortcut(KeyCode.ENTER);
        editor.await("the body", () -> editor.document().sheet().place().depth() == 1);
        assertEquals(Optional.of("cheap_conv"), editor.document().selection().single());
        assertEquals(Set.of("ghost/cheap_conv"), chosen());
        editor.click("#costs-flat");
        editor.await("the list", () -> !paths().contains("ghost"));
        assertTrue(paths().contains("ghost/primary_conv"));
        assertEquals(Set.of("ghost/cheap_conv"), chosen());
    }

    @Test
    void rowsAreCopied() throws Exception {
        open("digits-plain");
        editor.click(row("conv2"));
        editor.shortcut(KeyCode.CONTROL, KeyCode.C);
        List<String> lines = new ArrayList<>(clipboard().lines().toList());
        assertEquals(
                "Node\tType\tOutput\tParameters",
                String.join("\t", List.of(lines.get(0).split("\t")).subList(0, 4)));
        String[] fields = lines.get(1).split("\t");
        assertEquals("conv2 Conv2d 4608", fields[0] + " " + fields[1] + " " + fields[3]);
        assertEquals(2, lines.size());

        editor.click("#costs-copy");
        editor.shortcut(KeyCode.DOWN);
        editor.shortcut(KeyCode.DOWN);
        editor.shortcut(KeyCode.ENTER);
        editor.await("a table for papers", () -> clipboard().startsWith("| Node | Type |"));
        // Headings, the line below, and every node.
        assertEquals(
                2 + editor.document().design().graph().nodes().size(),
                clipboard().lines().count());
    }

    private static String clipboard() {
        return LiveEditor.onWindowThread(() ->
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""));
    }
}
