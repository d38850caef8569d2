package convas.editor;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A window that is gone leaves nothing behind: no timer and no listener holds it. */
final class ForgottenWindowUiTest {
    private static final int ROUNDS = 100;

    @TempDir
    private Path home;

    private WeakReference<Stage> closed() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-plain.json")), Map.of())) {
            editor.click("#dock-runs");
            return new WeakReference<>(editor.stage());
        }
    }

    @Test
    void aClosedWindowIsForgotten() throws Exception {
        WeakReference<Stage> window = closed();
        // The toolkit keeps the window that was in front last; another one takes its place.
        closed();
        for (int round = 0; round < ROUNDS && window.get() != null; round++) {
            System.gc();
            WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertNull(window.get());
    }
}
