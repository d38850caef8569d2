package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.graph.Design;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes a run took for which, in the window. */
final class ConfusionUiTest {
    @TempDir
    private Path home;

    private Path oneEpoch() throws Exception {
        DesignFormat format = new DesignFormat();
        Design read = format.read(LiveEditor.project("presets", "digits-plain.json"))
                .value()
                .orElseThrow();
        Map<String, Value> recipe = new LinkedHashMap<>(read.training());
        recipe.put("epochs", Value.of(1));
        Path file = home.resolve("plain.json");
        format.save(read.withTraining(recipe), file);
        return file;
    }

    private static Optional<Node> shown(String selector) {
        return LiveEditor.onWindowThread(() -> Window.getWindows().stream()
                .map(window -> window.getScene().lookup(selector))
                .filter(Objects::nonNull)
                .findFirst());
    }

    @Test
    void theTableHasTheCountsOfTheRunsFolder() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(oneEpoch()), Map.of())) {
            assertFalse(editor.find("#training-confusion", Node.class).isVisible());
            editor.click("#train-button");
            editor.await("its end", () -> editor.text("#training-headline").startsWith("1 epoch"));
            assertTrue(editor.text("#training-more").matches("validation: \\d+\\.\\d % among the best five"));
            editor.click("#training-confusion");
            editor.await("the table", () -> shown("#confusion-9-9").isPresent());

            JsonNode rows = new ObjectMapper()
                    .readTree(
                            editor.runFolders().get(0).resolve("confusion.json").toFile())
                    .get("rows_true_columns_predicted");
            for (int row = 0; row < 10; row++) {
                for (int column = 0; column < 10; column++) {
                    Label cell =
                            (Label) shown("#confusion-" + row + "-" + column).orElseThrow();
                    long count = rows.get(row).get(column).asLong();
                    assertEquals(count == 0 ? "" : Long.toString(count), cell.getText());
                }
            }
            Label worst = (Label) shown("#confusion-0-0").orElseThrow();
            assertTrue(worst.getAccessibleText().startsWith("0, taken for 0: "), worst.getAccessibleText());
        }
    }
}
