package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and changes in the panel at the right. */
final class InspectorUiTest {
    /** Two convolutions, the first of a computed width, and variables of each kind. */
    private static final String DESIGN = """
        {"format": "convas-design", "version": 1, "name": "pair",
         "variables": {
          "width": {"value": 1.0, "min": 0.5, "max": 2, "step": 0.25},
          "normed": true,
          "shape": {"value": "small", "choices": ["small", "large"]}},
         "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [3, 16, 16]}, "position": [0, 0]},
          {"id": "first", "type": "Conv2d",
           "params": {"out_channels": "=16 * width", "kernel_size": 3, "padding": 1}, "position": [0, 160]},
          {"id": "norm", "type": "BatchNorm2d", "when": "=normed", "position": [260, 160]},
          {"id": "second", "type": "Conv2d",
           "params": {"out_channels": "=if(shape == 'small', 8, 32)", "kernel_size": 3, "padding": 1, "bias": false},
           "position": [0, 320]},
          {"id": "scores", "type": "Output", "position": [260, 320]}],
         "edges": [
          {"from": "image", "to": "first"}, {"from": "first", "to": "norm"},
          {"from": "norm", "to": "second"}, {"from": "second", "to": "scores"}]}
        """;

    @TempDir
    private Path home;

    private LiveEditor editor;

    @BeforeEach
    void open() throws Exception {
        Path file = Files.writeString(home.resolve("pair.json"), DESIGN);
        editor = LiveEditor.open(home, Optional.of(file), Map.of());
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private Optional<Value> param(String node, String name) {
        return editor.document()
                .design()
                .graph()
                .node(node)
                .map(found -> found.params().get(name));
    }

    private boolean shows(String selector, String text) {
        return editor.findIfThere(selector)
                .filter(node -> node.isVisible() && ((Label) node).getText().equals(text))
                .isPresent();
    }

    @Test
    void anExpressionShowsItsResultAndAnErrorStandsUnderTheField() {
        editor.click(editor.card("first"));
        editor.await("the result", () -> shows("#result-out_channels", "= 16"));
        editor.fill("#field-out_channels", "=16 * wdth");
        editor.await("the error", () -> editor.text("#error-out_channels").contains("wdth"));
        assertFalse(editor.find("#result-out_channels", Label.class).isVisible());
        editor.fill("#field-out_channels", "=24 * width");
        editor.await("the other result", () -> shows("#result-out_channels", "= 24"));
        assertFalse(editor.find("#error-out_channels", Label.class).isVisible());
        assertEquals(Optional.of(new Value.Expression("24 * width")), param("first", "out_channels"));
    }

    @Test
    void severalNodesAreChangedByOneStep() {
        editor.click(editor.card("first"));
        editor.robot().press(KeyCode.SHIFT);
        editor.click(editor.card("second"));
        editor.robot().release(KeyCode.SHIFT);
        editor.await("both", () -> editor.document().selection().nodes().size() == 2);
        // 3 * 16 * 9 + 16, and 16 * 8 * 9.
        editor.await("their sum", () -> editor.text("#total-params").startsWith("1,600"));
        TextField width = editor.find("#field-out_channels", TextField.class);
        assertEquals("", width.getText());
        assertEquals("mixed", width.getPromptText());
        assertEquals("mixed", editor.find("#field-bias", ComboBox.class).getPromptText());
        assertEquals("3", editor.find("#field-kernel_size", TextField.class).getText());

        int depth = editor.document().history().depth();
        editor.fill("#field-out_channels", "12");
        assertEquals(Optional.of(Value.of(12)), param("first", "out_channels"));
        assertEquals(Optional.of(Value.of(12)), param("second", "out_channels"));
        assertEquals(depth + 1, editor.document().history().depth());
        // 3 * 12 * 9 + 12, and 12 * 12 * 9.
        editor.await("the new sum", () -> editor.text("#total-params").startsWith("1,632"));

        editor.click("#field-bias");
        editor.shortcut(KeyCode.DOWN);
        editor.shortcut(KeyCode.ENTER);
        editor.await("one bias", () -> param("first", "bias").equals(param("second", "bias")));
        editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
        editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(Optional.of(new Value.Expression("16 * width")), param("first", "out_channels"));
        assertEquals(
                "mixed", editor.find("#field-out_channels", TextField.class).getPromptText());
    }

    @Test
    void theTotalsFollowASliderWhileItIsDraggedAndUndoTakesTheWholeDragBack() {
        // 448 + 32 + 1,152.
        editor.await("the totals", () -> shows("#total-params", "1,632"));
        // 16 * 16 of 16 channels and of 16 again: both live while the norm is made.
        editor.await("the peak", () -> shows("#total-peak", "32 KiB"));
        int depth = editor.document().history().depth();
        Point2D thumb = editor.middle(editor.find("#variable-width .thumb", Node.class));
        editor.robot().moveTo(thumb).press(MouseButton.PRIMARY);
        for (int step = 1; step <= 6; step++) {
            editor.robot().moveTo(thumb.add(step * 8, 0));
        }
        editor.robot().moveTo(thumb.add(400, 0));
        editor.await(
                "the far end",
                () -> editor.find("#variable-value-width", TextField.class)
                        .getText()
                        .equals("2.0"));
        // 3 * 32 * 9 + 32, 64, 32 * 8 * 9; the button is still held.
        editor.await("the totals on the way", () -> shows("#total-params", "3,264"));
        editor.await("the peak on the way", () -> shows("#total-peak", "64 KiB"));
        editor.robot().release(MouseButton.PRIMARY);
        assertEquals(depth + 1, editor.document().history().depth());
        editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
        editor.await("the totals again", () -> shows("#total-params", "1,632"));
        editor.shortcut(KeyCode.RIGHT);
        editor.await(
                "a step by the keyboard",
                () -> editor.document()
                        .design()
                        .variables()
                        .get("width")
                        .value()
                        .equals(Value.of(1.25)));
        editor.fill("#variable-value-width", "7");
        editor.await("the range", () -> editor.text("#variable-error-width").contains("0.5"));
    }

    @Test
    void booleansAndChoicesHaveControlsOfTheirOwnAndAVariableIsAddedAndRemoved() {
        editor.await("the totals", () -> shows("#total-params", "1,632"));
        editor.click("#variable-normed");
        editor.await("no norm", () -> shows("#total-params", "1,600"));
        editor.click("#variable-shape");
        editor.shortcut(KeyCode.DOWN);
        editor.shortcut(KeyCode.ENTER);
        // 448 and 16 * 32 * 9.
        editor.await("the larger one", () -> shows("#total-params", "5,056"));

        editor.fill("#variable-new", "depth = 4");
        editor.await("its slider", () -> editor.findIfThere("#variable-depth").isPresent());
        assertEquals(
                Value.of(4), editor.document().design().variables().get("depth").value());
        editor.click("#variable-remove-depth");
        editor.await("none", () -> editor.findIfThere("#variable-depth").isEmpty());
        assertFalse(editor.document().design().variables().containsKey("depth"));
    }

    @Test
    void adviceOnANodeIsMendedWhereItIsRead() {
        editor.click(editor.card("first"));
        editor.await(
                "the advice",
                () -> editor.findIfThere(".advice-box .inspector-mend").isPresent());
        editor.click(".advice-box .inspector-mend");
        editor.await("no bias", () -> param("first", "bias").equals(Optional.of(Value.of(false))));
        editor.await("no advice", () -> editor.findIfThere(".advice-box").isEmpty());
        assertTrue(editor.document().history().canUndo());
    }
}
