package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.file.FolderLock;
import convas.graph.Design;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pausing, queueing, and closing the window over a run, with real processes. */
final class RunControlUiTest {
    @TempDir
    private Path home;

    private Path design(int epochs) throws Exception {
        DesignFormat format = new DesignFormat();
        Design read = format.read(LiveEditor.project("presets", "digits-plain.json"))
                .value()
                .orElseThrow();
        Map<String, Value> recipe = new LinkedHashMap<>(read.training());
        recipe.put("epochs", Value.of(epochs));
        Path file = home.resolve("digits-plain.json");
        format.save(read.withTraining(recipe), file);
        return file;
    }

    private static void beginRun(LiveEditor editor) {
        editor.click("#train-button");
        editor.await("the run", () -> editor.text("#training-headline").startsWith("epoch "));
    }

    @Test
    void aRunPausesAndAnotherIsQueuedAndBothEnd() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(design(1000)), Map.of())) {
            beginRun(editor);
            editor.click("#training-pause");
            editor.await("a pause", () -> editor.text("#training-headline").startsWith("Paused in epoch "));
            editor.click("#training-queue");
            editor.await("the queue", () -> editor.text("#training-queued").equals("next: digits-plain"));
            editor.screenshot("training-paused-and-queued");
            editor.click("#training-pause");
            editor.await("the run", () -> editor.text("#training-headline").startsWith("epoch "));
            editor.click("#training-after-epoch");
            editor.await("the second run", () -> editor.runFolders().size() == 2);
            Path first = editor.runFolders().get(0);
            assertEquals(
                    RunCard.Status.STOPPED,
                    RunFolder.open(first).card().orElseThrow().status());
            assertEquals(0, RunFolder.open(first).state().orElseThrow().batch());
            editor.await("its course", () -> editor.text("#training-headline").startsWith("epoch "));
            editor.click("#training-stop");
            editor.await("its end", () -> editor.text("#training-headline").startsWith("Stopped in epoch "));
        }
    }

    @Test
    void theWindowIsClosedOverARunAndFindsItAgain() throws Exception {
        Path file = design(1000);
        Path run;
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            beginRun(editor);
            run = editor.runFolders().get(0);
            Platform.runLater(
                    () -> editor.stage().fireEvent(new WindowEvent(editor.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
            editor.await("a question", () -> question().isPresent());
            editor.robot()
                    .clickOn(LiveEditor.onWindowThread(
                            () -> question().orElseThrow().getScene().getRoot().lookupAll(".button").stream()
                                    .filter(node -> ((Labeled) node).getText().equals("Let it go on"))
                                    .findFirst()
                                    .orElseThrow()));
            editor.await("the end of the window", () -> !editor.stage().isShowing());
            assertTrue(FolderLock.isTaken(run));
            // What the test's end would end with the window.
            editor.forgetRuns();
        }
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.await(
                    "the run",
                    () -> editor.findIfThere("#training-headline")
                            .map(node -> ((Label) node).getText().startsWith("epoch "))
                            .orElse(false));
            assertTrue(editor.find("#train-button", Button.class).isDisabled());
            assertEquals(
                    run.toString(),
                    LiveEditor.onWindowThread(
                            () -> editor.find("#training-path", TextField.class).getText()));
            editor.click("#training-stop");
            editor.await("its end", () -> editor.text("#training-headline").startsWith("Stopped in epoch "));
            assertFalse(FolderLock.isTaken(run));
            assertEquals(
                    RunCard.Status.STOPPED,
                    RunFolder.open(run).card().orElseThrow().status());
        }
    }

    private static Optional<Window> question() {
        return Window.getWindows().stream()
                .filter(window ->
                        window.getScene() != null && window.getScene().getRoot().lookup("#leave-run") != null)
                .findFirst();
    }
}
