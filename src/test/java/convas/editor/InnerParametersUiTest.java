package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters of what is inside a module of the design's own, changed while its body is shown in place. */
final class InnerParametersUiTest {
    private static final String DESIGN = """
        {"format": "convas-design", "version": 1, "name": "own",
         "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [3, 16, 16]}, "position": [0, 0]},
          {"id": "one", "type": "Mine", "position": [0, 130]},
          {"id": "other", "type": "Mine", "position": [260, 130]},
          {"id": "scores", "type": "Output", "position": [520, 130]}],
         "edges": [
          {"from": "image", "to": "one"}, {"from": "one", "to": "other"}, {"from": "other", "to": "scores"}],
         "modules": {"Mine": {
          "type": "Mine", "category": "modules", "doc": {"en": "", "zh": ""}, "inputs": ["in"], "params": {},
          "nodes": [
           {"id": "conv", "type": "Conv2d", "params": {"out_channels": 8, "kernel_size": 3, "padding": 1}},
           {"id": "act", "type": "ReLU"}],
          "edges": [{"from": "in", "to": "conv"}, {"from": "conv", "to": "act"}],
          "outputs": {"out": "act"}}}}
        """;

    @TempDir
    private Path home;

    private static Optional<Value> width(LiveEditor editor) {
        return Optional.ofNullable(editor.document()
                .design()
                .modules()
                .get("Mine")
                .sheet()
                .graph()
                .node("conv")
                .orElseThrow()
                .params()
                .get("out_channels"));
    }

    private static Point2D inner(LiveEditor editor, String path) {
        return LiveEditor.onWindowThread(() -> {
            var card = editor.canvas().picture().inner(path).orElseThrow().bounds();
            return editor.canvas().screenOf((card.minX() + card.maxX()) / 2, (card.minY() + card.maxY()) / 2);
        });
    }

    private static String detail(LiveEditor editor, String path) {
        return LiveEditor.onWindowThread(
                () -> editor.canvas().picture().inner(path).orElseThrow().detail());
    }

    @Test
    void aValueTypedInsideChangesTheModuleAndBothOfItsCardsInOneStep() throws Exception {
        Path file = Files.writeString(home.resolve("own.json"), DESIGN);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            // 8 x 3 x 9 + 8 = 224 and 8 x 8 x 9 + 8 = 584.
            editor.await("the totals", () -> editor.text("#status-params").contains("808"));
            for (String module : new String[] {"one", "other"}) {
                LiveEditor.onWindowThread(() -> {
                    editor.document().select(Selection.ofNode(module));
                    return null;
                });
                editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
                editor.await(
                        "the body",
                        () -> editor.canvas().picture().inner(module + "/conv").isPresent());
            }
            editor.shortcut(KeyCode.CONTROL, KeyCode.DIGIT1);
            editor.awaitDesign();
            int steps = editor.document().history().depth();
            editor.click(inner(editor, "one/conv"));
            assertEquals(Selection.ofInner("one/conv"), editor.document().selection());
            editor.await(
                    "the field",
                    () -> editor.scene().lookup("#field-out_channels") instanceof TextField field
                            && field.getText().equals("8")
                            && !field.isDisabled());
            editor.fill("#field-out_channels", "24");

            // 24 x 3 x 9 + 24 = 672 and 24 x 24 x 9 + 24 = 5208.
            editor.await("the new totals", () -> editor.text("#status-params").contains("5,880"));
            assertEquals(Optional.of(Value.of(24)), width(editor));
            assertEquals(steps + 1, editor.document().history().depth());
            for (String path : new String[] {"one/conv", "other/conv", "other/act"}) {
                assertTrue(detail(editor, path).contains("24"), detail(editor, path));
            }
            assertEquals(Selection.ofInner("one/conv"), editor.document().selection());
            editor.screenshot("inner-parameters");

            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.await("the old totals", () -> editor.text("#status-params").contains("808"));
            assertEquals(Optional.of(Value.of(8)), width(editor));
            assertTrue(detail(editor, "other/act").contains("8"), detail(editor, "other/act"));
        }
    }
}
