package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data panel as a person uses it. */
final class DataUiTest {
    @TempDir
    private Path home;

    private LiveEditor open(Path file, Map<String, String> remembered) throws Exception {
        LiveEditor editor = LiveEditor.open(home, Optional.of(file), remembered);
        editor.click("#dock-data");
        return editor;
    }

    private static int children(LiveEditor editor, String selector) {
        return editor.find(selector, Pane.class).getChildren().size();
    }

    private static Value data(LiveEditor editor, String field) {
        return editor.document().design().training().get("dataset") instanceof Value.Mapping mapping
                ? mapping.fields().get(field)
                : null;
    }

    @Test
    void showsSamplesCountsAndNumbersAndWritesWhatIsChosen() throws Exception {
        try (LiveEditor editor = open(LiveEditor.project("presets", "digits-plain.json"), Map.of())) {
            editor.await("the samples", () -> children(editor, "#data-pictures") > 3);
            assertEquals(
                    "1438 samples to train on and 359 to validate, of 1 × 8 × 8; 10 classes.",
                    editor.text("#data-summary"));
            assertEquals(10, children(editor, "#data-counts"));

            editor.click("#data-use");
            editor.await("the numbers", () -> data(editor, "normalize") != null);
            // Of the 1,438 training digits, by NumPy over all 1,797: mean 0.305, deviation 0.376.
            Value.Mapping numbers = (Value.Mapping) data(editor, "normalize");
            Value.Real mean = (Value.Real)
                    ((Value.Sequence) numbers.fields().get("mean")).values().get(0);
            assertEquals(0.305, mean.value(), 0.005);

            editor.fill("#data-crop", "2");
            editor.robot().type(KeyCode.ENTER);
            editor.click("#data-flip");
            Value.Mapping augment = (Value.Mapping) data(editor, "augment");
            assertEquals(Map.of("crop", Value.of(2), "flip", Value.of(true)), augment.fields());
            editor.await(
                    "altered pictures",
                    () -> editor.findIfThere(".data-altered").isPresent());
            editor.screenshot("data-panel");

            // Each was one edit.
            for (int undone = 0; undone < 3; undone++) {
                editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            }
            assertEquals(
                    Value.of("digits"), editor.document().design().training().get("dataset"));
        }
    }

    @Test
    void whatDoesNotFitIsMendedWithOneClick() throws Exception {
        Path file = home.resolve("wrong.json");
        Files.writeString(file, """
            {"format": "convas-design", "version": 1, "name": "wrong", "nodes": [
              {"id": "image", "type": "Input", "params": {"shape": [3, 8, 8]}},
              {"id": "flat", "type": "Flatten"},
              {"id": "linear", "type": "Linear", "params": {"out_features": 7}},
              {"id": "scores", "type": "Output"}],
             "edges": [{"from": "image", "to": "flat"}, {"from": "flat", "to": "linear"}, {"from": "linear", "to": "scores"}],
             "training": {"dataset": "digits"}}
            """);
        try (LiveEditor editor = open(file, Map.of("theme", "dark"))) {
            editor.await("both problems", () -> children(editor, "#data-problems") == 2);
            editor.screenshot("data-panel-misfit");
            editor.click(".data-mend");
            editor.await("one problem", () -> children(editor, "#data-problems") == 1);
            editor.click(".data-mend");
            editor.await("no problem", () -> children(editor, "#data-problems") == 0);
            var graph = editor.document().design().graph();
            assertEquals(
                    Value.of(Value.of(1), Value.of(8), Value.of(8)),
                    graph.node("image").orElseThrow().params().get("shape"));
            assertEquals(
                    Value.of(10), graph.node("linear").orElseThrow().params().get("out_features"));
        }
    }

    @Test
    void anotherKindIsAnEditAndMissingFilesAreTold() throws Exception {
        Path file = home.resolve("missing.json");
        Files.writeString(
                file,
                Files.readString(LiveEditor.project("presets", "digits-plain.json"))
                        .replace(
                                "\"dataset\": \"digits\"",
                                "\"dataset\": {\"type\": \"image-folder\", \"path\": \"birds\"}"));
        try (LiveEditor editor = open(file, Map.of("language", "zh"))) {
            editor.await("the problem", () -> children(editor, "#data-problems") == 1);
            TextField path = editor.find("#data-option-path", TextField.class);
            assertEquals("birds", LiveEditor.onWindowThread(path::getText));
            ComboBox<?> kind = editor.find("#data-kind", ComboBox.class);
            assertEquals("image-folder", LiveEditor.onWindowThread(kind::getValue));
            LiveEditor.onWindowThread(() -> {
                kind.getSelectionModel().select(2);
                return null;
            });
            assertEquals(
                    Value.of("coordinate-classification-quadrant"),
                    editor.document().design().training().get("dataset"));
            editor.await("the new kind's misfits", () -> children(editor, "#data-problems") == 2);
            assertTrue(editor.text("#data-summary").contains("2407"), editor.text("#data-summary"));
            editor.screenshot("data-panel-zh");
        }
    }

    /** Two classes of 16 images beside the design's file; the menu has the folder, and more where data are installed. */
    @Test
    void whatLiesBesideTheFileIsFoundAndTaken() throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", "digits-plain.json"), home.resolve("net.json"));
        for (String name : new String[] {"cats", "dogs"}) {
            Path folder = Files.createDirectories(home.resolve("animals").resolve(name));
            BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
            for (int number = 0; number < 16; number++) {
                image.setRGB(number, number, 0xffffff);
                ImageIO.write(image, "png", folder.resolve(number + ".png").toFile());
            }
        }
        try (LiveEditor editor = open(file, Map.of())) {
            MenuButton found = editor.find("#data-found", MenuButton.class);
            editor.await("what is found", () -> !found.isDisabled());
            int place = LiveEditor.onWindowThread(() -> found.getItems().stream()
                    .map(MenuItem::getText)
                    .toList()
                    .indexOf(home.resolve("animals").toAbsolutePath().toString()));
            assertTrue(place >= 0, "The menu has no animals");
            editor.click("#data-found");
            editor.await("the menu", found::isShowing);
            for (int down = 0; down <= place; down++) {
                editor.robot().push(KeyCode.DOWN);
            }
            editor.robot().push(KeyCode.ENTER);

            editor.await("the folder", () -> Value.of("image-folder").equals(data(editor, "type")));
            editor.await("its classes", () -> children(editor, "#data-counts") == 2);
            TextField path = editor.find("#data-option-path", TextField.class);
            assertTrue(LiveEditor.onWindowThread(path::getText).endsWith("animals"));
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(
                    Value.of("digits"), editor.document().design().training().get("dataset"));
        }
    }
}
