package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.editor.task.FrameWatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Nothing of ours may hold up the window for more than a frame. What counts is the processor time of the window's own
 * thread, not how long a busy machine let it wait, and only where the program's own methods run in it. What blocks does so
 * each time; what the machine or the compiler does beside does not: one quiet round of a few is enough.
 */
final class FrameUiTest {
    private static final double FRAME_MILLIS = 16;
    private static final int ROUNDS = 4;

    @TempDir
    private Path home;

    private static List<FrameWatch.Stall> ours(FrameWatch watch) {
        return watch.busyFor(FRAME_MILLIS).stream()
                .filter(stall -> stall.where().stream()
                        .anyMatch(frame -> frame.getClassName().startsWith("convas.")))
                .toList();
    }

    /** The stalls of the quietest round. */
    private static List<FrameWatch.Stall> quietest(Runnable round) throws InterruptedException {
        List<FrameWatch.Stall> fewest = List.of();
        for (int count = 0; count < ROUNDS; count++) {
            try (FrameWatch watch = FrameWatch.start()) {
                round.run();
                List<FrameWatch.Stall> seen = ours(watch);
                fewest = count == 0 || seen.size() < fewest.size() ? seen : fewest;
            }
            if (fewest.isEmpty()) {
                break;
            }
        }
        return fewest;
    }

    @Test
    void analysingWhileEditingDoesNotHoldUpTheWindow() throws Exception {
        Path file = LiveEditor.project("presets", "ghostnet.json");
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            slide(editor);
            assertEquals(List.of(), quietest(() -> slide(editor)));
        }
    }

    /** Changes a variable again and again, each time with a new analysis. */
    private static void slide(LiveEditor editor) {
        Slider slider = editor.find("#variable-width", Slider.class);
        for (int count = 0; count < 20; count++) {
            double width = 0.5 + 0.05 * (count % 10);
            LiveEditor.onWindowThread(() -> {
                slider.setValue(width);
                return null;
            });
            WaitForAsyncUtils.sleep(60, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void trainingDoesNotHoldUpTheWindow() throws Exception {
        Path file = LiveEditor.project("presets", "digits-ghost.json");
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.click("#train-button");
            editor.await(
                    "a validation", () -> editor.text("#training-validation").startsWith("validation"));
            assertEquals(List.of(), quietest(() -> WaitForAsyncUtils.sleep(3, TimeUnit.SECONDS)));
        }
    }
}
