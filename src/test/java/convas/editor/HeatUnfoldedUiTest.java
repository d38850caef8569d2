package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.editor.document.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The heat map on a module: the sum while it is closed, each part's own number while it is shown in place. */
final class HeatUnfoldedUiTest {
    /**
     * The Ghost module of 4 channels in and 8 out has a 1 x 1 convolution of 4 x 4 = 16 weights, a cheap one of
     * 4 x 3 x 3 = 36, and after each a normalisation of 2 x 4 = 8: 68 together. The convolution before it has
     * 16 x 4 weights and 4 biases, 68 too; the one after it 8 x 17 = 136 weights, twice as many.
     */
    private static final String DESIGN = """
        {"format": "convas-design", "version": 1, "name": "warm",
         "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [16, 8, 8]}, "position": [0, 0]},
          {"id": "same", "type": "Conv2d", "params": {"out_channels": 4, "kernel_size": 1}, "position": [0, 130]},
          {"id": "ghost", "type": "GhostModule", "params": {"out_channels": 8}, "position": [260, 0]},
          {"id": "twice", "type": "Conv2d",
           "params": {"out_channels": 17, "kernel_size": 1, "bias": false}, "position": [260, 130]},
          {"id": "scores", "type": "Output", "position": [520, 130]}],
         "edges": [
          {"from": "image", "to": "same"}, {"from": "same", "to": "ghost"},
          {"from": "ghost", "to": "twice"}, {"from": "twice", "to": "scores"}]}
        """;

    @TempDir
    private Path home;

    /** The colour in the middle of the band at the lower edge of a card on the sheet, or of one within a module. */
    private static Color band(LiveEditor editor, String path) {
        return LiveEditor.onWindowThread(() -> {
            var picture = editor.canvas().picture();
            var card = (path.contains("/") ? picture.inner(path) : picture.node(path))
                    .orElseThrow()
                    .bounds();
            // Near enough for the band to be some pixels thick.
            editor.canvas().zoomTo(1);
            editor.canvas().centerOn((card.minX() + card.maxX()) / 2, card.maxY());
            Point2D low = editor.canvas()
                    .screenToLocal(editor.canvas().screenOf((card.minX() + card.maxX()) / 2, card.maxY() - 4));
            WritableImage image = editor.canvas().snapshot(null, null);
            return image.getPixelReader().getColor((int) low.getX(), (int) low.getY());
        });
    }

    /** The cards between cold and warm: the ends are those of the map "cividis", its middle is grey. */
    private static void assertColor(Color wanted, Color found) {
        String both = wanted + " " + found;
        assertEquals(wanted.getRed(), found.getRed(), 0.02, both);
        assertEquals(wanted.getGreen(), found.getGreen(), 0.02, both);
        assertEquals(wanted.getBlue(), found.getBlue(), 0.02, both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aClosedModuleHasTheColourOfItsSumAndAnOpenOneThoseOfItsParts(String theme) throws Exception {
        Path file = Files.writeString(home.resolve("warm.json"), DESIGN);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of("theme", theme))) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.H);
            editor.await("the parameters", () -> editor.canvas().overlay().isPresent());
            Color cold = Color.rgb(0, 34, 78);
            Color warm = Color.rgb(254, 232, 56);
            Color half = Color.rgb(125, 124, 116);
            assertColor(cold, band(editor, "image"));
            assertColor(warm, band(editor, "twice"));
            assertColor(half, band(editor, "same"));
            assertColor(half, band(editor, "ghost"));
            editor.screenshot("heat-folded-" + theme);

            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.ofNode("ghost"));
                return null;
            });
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            editor.await(
                    "the body",
                    () -> editor.canvas().picture().inner("ghost/cheap_conv").isPresent());
            editor.shortcut(KeyCode.CONTROL, KeyCode.DIGIT1);
            editor.awaitDesign();
            editor.screenshot("heat-unfolded-" + theme);
            // 36 of 136 is 0.265 of the way, 16 is 0.118, 8 is 0.059; an activation has none.
            assertColor(Color.rgb(69, 81, 109), band(editor, "ghost/cheap_conv"));
            assertColor(Color.rgb(31, 55, 96), band(editor, "ghost/primary_conv"));
            assertColor(Color.rgb(16, 44, 87), band(editor, "ghost/cheap_bn"));
            assertColor(cold, band(editor, "ghost/concat"));
            // The frame still says the sum.
            assertColor(half, band(editor, "ghost"));
        }
    }
}
