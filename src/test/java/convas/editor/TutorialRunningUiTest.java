package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.chart.MarkedChart;
import convas.editor.chart.Marks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's tasks about training and measuring, done as they are written there. */
final class TutorialRunningUiTest {
    @TempDir
    private Path home;

    private LiveEditor preset(String name) throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", name + ".json"), home.resolve(name + ".json"));
        return LiveEditor.open(home, Optional.of(file), Map.of());
    }

    /** Sets how long the design in front is trained. */
    private static void epochs(LiveEditor editor, String count) {
        // The recipe stands below what is in sight.
        LiveEditor.onWindowThread(() -> {
            editor.find("#recipe-epochs", javafx.scene.Node.class).requestFocus();
            return null;
        });
        editor.robot().push(KeyCode.CONTROL, KeyCode.A).write(count).push(KeyCode.ENTER);
        editor.await(
                "the recipe",
                () -> editor.document()
                        .design()
                        .training()
                        .get("epochs")
                        .display()
                        .equals(count));
    }

    private static void stopAfterAValidation(LiveEditor editor) {
        editor.await("a validation", () -> editor.text("#training-validation").startsWith("validation"));
        editor.click("#training-stop");
        editor.await("its end", () -> editor.text("#training-headline").startsWith("Stopped in epoch "));
    }

    @Test
    void trainOnDigitsAndReadTheCurves() throws Exception {
        try (LiveEditor editor = preset("digits-shuffle")) {
            epochs(editor, "2");
            editor.click("#train-button");
            editor.await(
                    "its end",
                    () -> editor.findIfThere("#training-headline").isPresent()
                            && editor.text("#training-headline").startsWith("2 epochs in "));
            assertTrue(editor.text("#training-validation").matches("validation \\d+\\.\\d %"));
        }
    }

    @Test
    void resumeAndCompareRuns() throws Exception {
        try (LiveEditor editor = preset("digits-shuffle")) {
            epochs(editor, "1000");
            editor.click("#train-button");
            editor.await("the run", () -> editor.text("#training-headline").startsWith("epoch "));
            stopAfterAValidation(editor);
            editor.click("#dock-runs");
            TableView<?> table = editor.find("#runs-table", TableView.class);
            editor.await("the run in the table", () -> table.getItems().size() == 1);
            LiveEditor.onWindowThread(() -> {
                table.getSelectionModel().select(0);
                return null;
            });
            Button resume = editor.find("#runs-resume", Button.class);
            editor.await("a run to resume", () -> !resume.isDisabled());
            editor.click("#runs-resume");
            editor.await("it to go on", () -> editor.run().isRunning());
            editor.click("#dock-training");
            editor.await("its course", () -> editor.text("#training-headline").startsWith("epoch "));
            editor.click("#training-stop");
            editor.await("its end", () -> editor.text("#training-headline").startsWith("Stopped in epoch "));
            assertEquals(1, editor.runFolders().size());

            editor.click("#train-button");
            editor.await("a second run", () -> editor.runFolders().size() == 2);
            stopAfterAValidation(editor);
            editor.click("#dock-runs");
            editor.await("both", () -> table.getItems().size() == 2);
            LiveEditor.onWindowThread(() -> {
                table.getSelectionModel().selectAll();
                return null;
            });
            Button compare = editor.find("#runs-compare", Button.class);
            editor.await("two runs to compare", () -> !compare.isDisabled());
            editor.click("#runs-compare");
            editor.await(
                    "what differs",
                    () -> editor.findIfThere("#difference-table").isPresent());
        }
    }

    @Test
    void profileADesign() throws Exception {
        try (LiveEditor editor = preset("digits-plain")) {
            editor.click("#profile-button");
            editor.await("the colours", () -> editor.canvas().overlay().isPresent());
            editor.click("#profile-view-roofline");
            MarkedChart roofline = editor.find("#profile-roofline", MarkedChart.class);
            editor.await("its points", () -> roofline.marks().of("conv3").isPresent());
            Marks.Mark conv = roofline.marks().of("conv3").orElseThrow();
            editor.click(LiveEditor.onWindowThread(() -> roofline.localToScreen(conv.x(), conv.y())));
            editor.await("a node", () -> editor.document().selection().single().isPresent());
        }
    }
}
