package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet on a screen with two pixels where others have one: a window of that kind has a process of its own. */
final class HighDensityUiTest {
    private static final String DESIGN = """
        {"format": "convas-design", "version": 1, "name": "one",
         "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [3, 16, 16]}, "position": [0, 0]},
          {"id": "conv", "type": "Conv2d", "params": {"out_channels": 8, "kernel_size": 3}, "position": [0, 110]}],
         "edges": [{"from": "image", "to": "conv"}]}
        """;

    @TempDir
    private Path home;

    /** The editor on such a screen; says how many pixels the canvas has for each, and how many are blends. */
    public static final class Dense {
        public static void main(String[] arguments) throws Exception {
            Path home = Path.of(arguments[0]);
            LiveEditor editor = LiveEditor.open(home, Optional.of(home.resolve("one.json")), Map.of());
            WritableImage shown = LiveEditor.onWindowThread(() -> {
                Bounds area = editor.canvas().localToScreen(editor.canvas().getBoundsInLocal());
                return new Robot()
                        .getScreenCapture(
                                null, area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight(), false);
            });
            double wide = LiveEditor.onWindowThread(() -> editor.canvas().getWidth());
            System.out.println("answer " + Math.round(shown.getWidth() / wide) + " " + mixed(shown));
            Runtime.getRuntime().halt(0);
        }

        /** How many pixels in a hundred that have blue have white in it too, as where a small picture was enlarged. */
        private static int mixed(WritableImage image) {
            PixelReader pixels = image.getPixelReader();
            int pure = 0;
            int mixed = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    Color color = pixels.getColor(x, y);
                    double blue = color.getBlue() - color.getRed();
                    if (blue > 0.7) {
                        pure++;
                    } else if (blue > 0.2) {
                        mixed++;
                    }
                }
            }
            return 100 * mixed / Math.max(1, pure + mixed);
        }
    }

    private String answer(double scale) throws Exception {
        Path own = Files.createDirectories(home.resolve("at" + scale));
        Files.writeString(own.resolve("one.json"), DESIGN);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-Dglass.gtk.uiScale=" + scale);
        for (String property : List.of("convas.home", "java.awt.headless", "prism.order", "testfx.robot")) {
            Optional.ofNullable(System.getProperty(property))
                    .ifPresent(value -> command.add("-D" + property + "=" + value));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Dense.class.getName(), own.toString()));
        Process window = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            List<String> lines =
                    window.inputReader(StandardCharsets.UTF_8).lines().toList();
            assertTrue(window.waitFor(60, TimeUnit.SECONDS));
            return lines.stream()
                    .filter(line -> line.startsWith("answer "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(lines));
        } finally {
            window.destroyForcibly();
        }
    }

    @Test
    void theCanvasHasAsManyPixelsAsTheScreenAndItsEdgesAreSharp() throws Exception {
        String[] answer = answer(2).split(" ");
        assertEquals("2", answer[1]);
        // A convolution's bar and icon: 21 % of their pixels are at an edge; where a picture of half the size was
        // enlarged it is 54 %.
        assertTrue(Integer.parseInt(answer[2]) < 35, String.join(" ", answer));
    }
}
