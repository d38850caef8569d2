package convas.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Document;
import convas.graph.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Writes the pictures of the tutorial to {@code target/screenshots}, in both themes and languages: the start page, GhostNet
 * whole, a bottleneck opened, the heat map, two designs side by side.
 */
final class TourPicturesUiTest {
    private static final long MOST_BYTES = 300 * 1024;

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"light, en, ''", "dark, en, -dark", "light, zh-CN, -zh", "dark, zh-CN, -dark-zh"})
    void everyPictureIsWholeAndSmall(String theme, String language, String ending) throws Exception {
        Map<String, String> settings = Map.of("theme", theme, "language", language);
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), settings)) {
            editor.await(
                    "every card",
                    () -> editor.scene().getRoot().lookupAll(".preset-card").size() >= 25);
            take(editor, "start" + ending);
        }
        Path file = Files.copy(LiveEditor.project("presets", "ghostnet.json"), home.resolve("ghostnet.json"));
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), settings)) {
            take(editor, "ghostnet" + ending);
            editor.shortcut(KeyCode.CONTROL, KeyCode.H);
            editor.shortcut(KeyCode.CONTROL, KeyCode.H);
            editor.await("the heat", () -> editor.canvas().overlay().isPresent());
            take(editor, "heat" + ending);
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            LiveEditor.onWindowThread(() -> editor.document().open("down5"));
            editor.awaitDesign();
            take(editor, "bottleneck" + ending);
            LiveEditor.onWindowThread(() -> {
                Document document = editor.document();
                document.leaveTo(0);
                document.select(convas.editor.document.Selection.ofNode("stage2"));
                editor.canvas().deleteSelection();
                return document.apply(
                        document.intents().setParam(Set.of("down3"), "out_channels", Optional.of(Value.of(64))));
            });
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
            editor.await(
                    "the differences",
                    () -> editor.scene().lookup("#compare-count") != null
                            && editor.text("#compare-count").matches(".*[1-9].*"));
            take(editor, "split" + ending);
        }
    }

    private static void take(LiveEditor editor, String name) throws IOException {
        editor.screenshot(name);
        Path file = LiveEditor.project("target", "screenshots", name + ".png");
        ImageIO.write(FewColors.of(ImageIO.read(file.toFile())), "png", file.toFile());
        assertTrue(Files.size(file) < MOST_BYTES, () -> name + " is too large");
        LiveEditor.onWindowThread(() -> {
            editor.scene().getRoot().lookupAll(".status-bar .label, .dock .tab-label, .card-title").stream()
                    .filter(node ->
                            node instanceof Label label && !label.getText().isEmpty() && label.isVisible())
                    .map(Label.class::cast)
                    .forEach(label -> assertTrue(
                            label.getWidth() + 1 >= label.prefWidth(-1), () -> "cut off: " + label.getText()));
            return null;
        });
    }
}
