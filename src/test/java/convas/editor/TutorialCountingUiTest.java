package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.dock.CostRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's tasks about what designs cost, done as they are written there. */
final class TutorialCountingUiTest {
    @TempDir
    private Path home;

    private LiveEditor preset(String name) throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", name + ".json"), home.resolve(name + ".json"));
        return LiveEditor.open(home, Optional.of(file), Map.of());
    }

    @Test
    void setAWidthVariableAndWatchTheTotals() throws Exception {
        try (LiveEditor editor = preset("digits-plain")) {
            editor.await("the totals", () -> editor.findIfThere("#total-params").isPresent());
            String before = editor.text("#total-params");
            Point2D thumb = editor.middle(editor.find("#variable-width .thumb", javafx.scene.Node.class));
            editor.drag(thumb, thumb.add(60, 0));
            editor.await("other totals", () -> !editor.text("#total-params").equals(before));
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.await("the first totals", () -> editor.text("#total-params").equals(before));
            editor.fill("#variable-new", "classes = 10");
            editor.await(
                    "the variable", () -> editor.document().design().variables().containsKey("classes"));
            editor.click(editor.card("classifier"));
            editor.fill("#field-out_features", "=classes");
            editor.await(
                    "the result",
                    () -> editor.findIfThere("#result-out_features")
                            .filter(node -> ((Label) node).getText().equals("= 10"))
                            .isPresent());
        }
    }

    @Test
    void findTheCostliestLayersWithTheHeatMap() throws Exception {
        try (LiveEditor editor = preset("digits-ghost")) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.H);
            editor.shortcut(KeyCode.CONTROL, KeyCode.H);
            editor.await(
                    "the MACs",
                    () -> editor.canvas()
                            .overlay()
                            .filter(shown -> shown.name().equals("MACs"))
                            .isPresent());
            ListView<?> list = editor.find("#heat-list", ListView.class);
            assertEquals(10, LiveEditor.onWindowThread(() -> list.getItems().size()));
            String highest = LiveEditor.onWindowThread(() -> {
                list.requestFocus();
                list.getSelectionModel().select(0);
                return list.getItems().get(0).toString();
            });
            editor.shortcut(KeyCode.ENTER);
            String id = highest.substring(highest.lastIndexOf('/') + 1).replaceAll("\\..*", "");
            editor.await(
                    "the highest", () -> editor.document().selection().single().equals(Optional.of(id)));

            editor.click("#dock-costs");
            editor.click("#costs-filter");
            editor.robot().write("type:Conv2d params>1k");
            TableView<?> table = editor.find("#costs-table", TableView.class);
            editor.await(
                    "large convolutions",
                    () -> !table.getItems().isEmpty()
                            && table.getItems().stream()
                                    .map(CostRow.class::cast)
                                    .filter(row -> !row.inner())
                                    .allMatch(row -> row.cost().orElseThrow().params() > 1000));
        }
    }

    @Test
    void compareTwoDesignsSideBySide() throws Exception {
        try (LiveEditor editor = preset("digits-plain")) {
            editor.click(editor.card("conv1"));
            editor.fill("#field-out_channels", "64");
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
            editor.await(
                    "the differences",
                    () -> editor.scene().lookup("#compare-count") != null
                            && editor.text("#compare-count").endsWith("differences"));
            TableView<?> table = editor.find("#compare-table", TableView.class);
            List<String> rows = LiveEditor.onWindowThread(
                    () -> table.getItems().stream().map(Object::toString).toList());
            assertTrue(rows.stream().anyMatch(row -> row.contains("path=conv1,")), rows::toString);
            editor.shortcut(KeyCode.F7);
            editor.await("the first", () -> editor.text("#compare-count").equals("1 of " + rows.size()));
        }
    }
}
