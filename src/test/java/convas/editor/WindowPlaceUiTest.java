package convas.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the window comes back on a screen that is not the one it was left on. */
final class WindowPlaceUiTest {
    @TempDir
    private Path home;

    private void assertTrainIsInSight(String place) throws Exception {
        try (LiveEditor editor = LiveEditor.open(
                home,
                Optional.of(LiveEditor.project("presets", "digits-plain.json")),
                Map.of("window.bounds", place))) {
            Bounds train = LiveEditor.onWindowThread(() -> {
                Node button = editor.find("#train-button", Node.class);
                return button.localToScreen(button.getBoundsInLocal());
            });
            Rectangle2D screen =
                    LiveEditor.onWindowThread(() -> Screen.getPrimary().getBounds());
            assertTrue(train.getMaxX() <= screen.getMaxX(), train.toString());
            assertTrue(train.getWidth() > 0, train.toString());
        }
    }

    /** It came back to where it was, and the button that trains was beside the screen. */
    @Test
    void aWindowThatWasPartlyBesideTheScreenComesBackWhole() throws Exception {
        assertTrainIsInSight("300 60 1060 640");
        assertTrainIsInSight("1100 60 1060 640");
    }
}
