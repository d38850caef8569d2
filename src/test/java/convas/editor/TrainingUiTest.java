package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training from the window, in real processes. */
final class TrainingUiTest {
    @TempDir
    private Path home;

    /** A preset in a file of its own, trained for so long. */
    private Path design(String preset, int epochs) throws Exception {
        DesignFormat format = new DesignFormat();
        Design read = format.read(LiveEditor.project("presets", preset + ".json"))
                .value()
                .orElseThrow();
        Map<String, Value> recipe = new LinkedHashMap<>(read.training());
        recipe.put("epochs", Value.of(epochs));
        Path file = home.resolve(preset + ".json");
        format.save(read.withTraining(recipe), file);
        return file;
    }

    private static boolean trains(LiveEditor editor) {
        return editor.text("#training-headline").startsWith("epoch ");
    }

    private static boolean mayTrain(LiveEditor editor) {
        return !editor.find("#train-button", Button.class).isDisabled();
    }

    @Test
    void twoEpochsOnTheDigitsAreTrainedAndShownAndKept() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(design("digits-shuffle", 2)), Map.of())) {
            editor.click("#train-button");
            editor.await("the run", () -> trains(editor));
            assertFalse(mayTrain(editor));
            editor.await("its end", () -> editor.text("#training-headline").startsWith("2 epochs in "));

            assertTrue(editor.text("#training-recipe").startsWith("digits \u00b7 AdamW "));
            assertTrue(editor.text("#training-validation").matches("validation \\d+\\.\\d %"));
            assertTrue(mayTrain(editor));
            StoredRun kept = RunFolder.open(editor.runFolders().get(0));
            assertEquals(2, kept.metrics().size());
            assertTrue(kept.checkpoint().isPresent());
            assertEquals("", editor.text("#training-problems"));
        }
    }

    @Test
    void aRunStopsWhenAskedAndKeepsWhatItHas() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(design("digits-shuffle", 1000)), Map.of())) {
            editor.click("#train-button");
            editor.await(
                    "a validation", () -> editor.text("#training-validation").startsWith("validation"));
            editor.click("#training-stop");
            editor.await("its end", () -> editor.text("#training-headline").startsWith("Stopped in epoch "));

            assertFalse(editor.run().isRunning());
            assertTrue(RunFolder.open(editor.runFolders().get(0)).checkpoint().isPresent());
        }
    }

    @Test
    void whenTheWorkerIsKilledTheWindowSaysSoAndTheRunIsWhole() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(design("digits-shuffle", 1000)), Map.of())) {
            Design before = editor.document().design();
            editor.click("#train-button");
            editor.await(
                    "a validation", () -> editor.text("#training-validation").startsWith("validation"));
            ProcessHandle.of(editor.run().pid()).orElseThrow().destroyForcibly();
            editor.await("the news", () -> editor.text("#training-headline").equals("The run broke off"));

            String problems = editor.text("#training-problems");
            assertTrue(problems.contains("killed") || problems.contains("ended"), problems);
            assertTrue(problems.endsWith("What was written before that is still in the run's folder."), problems);
            StoredRun kept = RunFolder.open(editor.runFolders().get(0));
            assertEquals(java.util.List.of(), kept.problems());
            assertTrue(kept.design().isPresent());
            assertFalse(kept.metrics().isEmpty());
            assertEquals(before, editor.document().design());
            assertTrue(mayTrain(editor));
        }
    }

    @Test
    void aDesignWithErrorsIsNotTrainedAndTheFirstErrorIsNamed() throws Exception {
        Path file = java.nio.file.Files.writeString(home.resolve("broken.json"), """
                {"format": "convas-design", "version": 1, "name": "broken",
                 "nodes": [
                  {"id": "image", "type": "Input", "params": {"shape": [1, 16, 16]}},
                  {"id": "conv", "type": "Conv2d", "params": {"out_channels": 8, "kernel_size": 3, "groups": 3}},
                  {"id": "scores", "type": "Output"}],
                 "edges": [{"from": "image", "to": "conv"}, {"from": "conv", "to": "scores"}]}
                """);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.click("#train-button");
            editor.await("a refusal", () -> editor.text("#training-refusal").contains("conv.groups"));

            assertTrue(editor.text("#training-refusal").startsWith("The design cannot be trained: "));
            assertTrue(mayTrain(editor));
        }
    }
}
