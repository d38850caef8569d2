package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe in the inspector: what is set there stands in the design. */
final class RecipeUiTest {
    private static final String DESIGN = """
        {"format": "convas-design", "version": 1, "name": "small",
         "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [1, 8, 8]}, "position": [0, 0]},
          {"id": "scores", "type": "Output", "position": [0, 160]}],
         "edges": [{"from": "image", "to": "scores"}],
         "training": {"optimizer": {"type": "SGD", "learning_rate": 0.1, "momentum": 0.9}}}
        """;

    @TempDir
    private Path home;

    private LiveEditor editor;

    @BeforeEach
    void open() throws Exception {
        Path file = Files.writeString(home.resolve("small.json"), DESIGN);
        editor = LiveEditor.open(home, Optional.of(file), Map.of());
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private Map<String, Value> training() {
        return LiveEditor.onWindowThread(() -> editor.document().design().training());
    }

    private Map<String, Value> object(String name) {
        return training().get(name) instanceof Value.Mapping mapping ? mapping.fields() : Map.of();
    }

    /** The field is out of sight on a small window, so one goes there as with the Tab key. */
    private void focus(String selector) {
        editor.find(selector, Node.class);
        LiveEditor.onWindowThread(() -> {
            editor.find(selector, Node.class).requestFocus();
            return null;
        });
    }

    private void type(String selector, String text) {
        focus(selector);
        editor.shortcut(KeyCode.CONTROL, KeyCode.A);
        editor.shortcut(KeyCode.DELETE);
        editor.robot().write(text);
        editor.shortcut(KeyCode.ENTER);
    }

    private boolean isShown(String selector) {
        return LiveEditor.onWindowThread(() -> editor.findIfThere(selector).isPresent());
    }

    @Test
    void anotherOptimizerTakesTheFieldsAlongThatItHas() {
        assertTrue(isShown("#recipe-optimizer-nesterov"));
        // From SGD one down, to RMSprop.
        focus("#recipe-optimizer-type");
        editor.shortcut(KeyCode.SPACE);
        editor.shortcut(KeyCode.DOWN);
        editor.shortcut(KeyCode.ENTER);
        editor.await("RMSprop", () -> isShown("#recipe-optimizer-alpha"));
        Map<String, Value> expected = new LinkedHashMap<>();
        expected.put("type", Value.of("RMSprop"));
        expected.put("learning_rate", Value.of(0.1));
        expected.put("momentum", Value.of(0.9));
        assertEquals(expected, object("optimizer"));
        assertTrue(!isShown("#recipe-optimizer-nesterov") && !isShown("#recipe-optimizer-betas"));
        editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
        editor.await("SGD again", () -> isShown("#recipe-optimizer-nesterov"));
        assertEquals(Value.of("SGD"), object("optimizer").get("type"));
    }

    @Test
    void anAverageComesAndGoesWithItsDecay() {
        type("#recipe-ema-decay", "0.99");
        editor.await("the average", () -> isShown("#recipe-ema-warmup"));
        assertEquals(Map.of("decay", Value.of(0.99)), object("ema"));
        type("#recipe-ema-decay", "");
        editor.await("none", () -> !isShown("#recipe-ema-warmup"));
        assertTrue(!training().containsKey("ema"));
    }

    @Test
    void whatNoRecipeMaySayIsNotTaken() {
        type("#recipe-clip_norm", "-1");
        assertTrue(!training().containsKey("clip_norm"));
        type("#recipe-class_weights", "balanced");
        editor.await("weights", () -> training().containsKey("class_weights"));
        assertEquals(Value.of("balanced"), training().get("class_weights"));
    }

    @Test
    void anEmptyFieldShowsTheDefaultThatHolds() {
        // torch.optim.SGD(weight_decay=0), and the recipe's own batch size.
        assertEquals(
                "0",
                editor.find("#recipe-optimizer-weight_decay", TextField.class).getPromptText());
        assertEquals("64", editor.find("#recipe-batch_size", TextField.class).getPromptText());
    }
}
