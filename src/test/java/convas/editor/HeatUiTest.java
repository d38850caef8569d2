package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.overlay.Measure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heat map as a person uses it. */
final class HeatUiTest {
    @TempDir
    private Path home;

    /** The colour of the band at the lower edge of a card. */
    private static Color band(LiveEditor editor, String node) {
        Point2D middle = editor.card(node);
        return LiveEditor.onWindowThread(() -> {
            var card = editor.canvas().picture().node(node).orElseThrow().bounds();
            double zoom = editor.canvas().zoomProperty().get();
            Point2D local = editor.canvas().screenToLocal(middle.add(0, (card.height() / 2 - 4) * zoom));
            WritableImage image = editor.canvas().snapshot(null, null);
            return image.getPixelReader().getColor((int) local.getX(), (int) local.getY());
        });
    }

    @Test
    void theKeyShowsOneNumberAfterTheOtherAndTheCardsTakeItsColours() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-plain.json")), Map.of())) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.H);
            editor.await("the parameters", () -> editor.canvas().overlay().isPresent());
            assertEquals("Parameters", editor.canvas().overlay().orElseThrow().name());
            // 288 weights against 36,864: the later convolution is warmer, and that is lighter.
            Color first = band(editor, "conv1");
            Color last = band(editor, "conv4");
            assertTrue(last.getBrightness() > first.getBrightness(), first + " " + last);
            editor.shortcut(KeyCode.CONTROL, KeyCode.H);
            assertEquals("MACs", editor.canvas().overlay().orElseThrow().name());
            assertNotEquals(first, band(editor, "conv1"));
            for (int more = 2; more <= Measure.values().length; more++) {
                editor.shortcut(KeyCode.CONTROL, KeyCode.H);
            }
            assertTrue(editor.canvas().overlay().isEmpty());
        }
    }

    @Test
    void theListOfTheHighestGoesToANodeInsideAModule() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-ghost.json")), Map.of())) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.H);
            editor.await("the list", () -> editor.scene().lookup("#heat-panel").isVisible());
            ListView<?> list = editor.find("#heat-list", ListView.class);
            assertEquals(10, LiveEditor.onWindowThread(() -> list.getItems().size()));
            String inside = LiveEditor.onWindowThread(() -> list.getItems().stream()
                    .map(Object::toString)
                    .filter(path -> path.contains("/"))
                    .findFirst()
                    .orElseThrow());
            int row = LiveEditor.onWindowThread(() -> list.getItems().indexOf(inside));
            Point2D corner = LiveEditor.onWindowThread(() -> list.localToScreen(40, row * 28 + 14));
            editor.robot().clickOn(corner);
            editor.await("the body", () -> editor.document().sheet().place().depth() > 0);
            String id = inside.substring(inside.lastIndexOf('/') + 1).replaceAll("\\..*", "");
            assertEquals(Optional.of(id), editor.document().selection().single());
            editor.click("#heat-close");
            editor.await("the colours to go", () -> editor.canvas().overlay().isEmpty());
        }
    }
}
