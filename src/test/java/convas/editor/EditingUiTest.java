package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.operator.TensorShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with the mouse and the keyboard while drawing a network. */
final class EditingUiTest {
    /** Everything of a small classifier but its middle. */
    private static final String SKETCH = """
            {"format": "convas-design", "version": 1, "name": "sketch",
             "nodes": [
              {"id": "image", "type": "Input", "params": {"shape": [1, 16, 16]}, "position": [0, 0]},
              {"id": "pool", "type": "AdaptiveAvgPool2d", "params": {"output_size": 1}, "position": [520, 0]},
              {"id": "flatten", "type": "Flatten", "position": [0, 190]},
              {"id": "classifier", "type": "Linear", "params": {"out_features": 10}, "position": [260, 190]},
              {"id": "scores", "type": "Output", "position": [520, 190]}],
             "edges": [
              {"from": "pool", "to": "flatten"}, {"from": "flatten", "to": "classifier"},
              {"from": "classifier", "to": "scores"}],
             "training": {"dataset": "digits", "epochs": 2, "batch_size": 64, "seed": 1}}
            """;

    @TempDir
    private Path home;

    private Path sketch() throws Exception {
        return Files.writeString(home.resolve("sketch.json"), SKETCH);
    }

    @Test
    void aGhostModuleIsDraggedInConnectedChangedUndoneSavedAndOpenedAgain() throws Exception {
        Path file = sketch();
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            dragInAndConnect(editor);
            // Primary 1x1 convolution to 8 maps and its BN: 8 + 16; depthwise 3x3 of 8 maps and its BN: 72 + 16.
            // The classifier: 16 * 10 + 10.
            editor.await("the totals", () -> editor.text("#status-params").equals("Parameters 282"));
            // Its recipe names the digits, and they fit.
            editor.await("the data", () -> buttonText(editor).equals("No problems"));

            editor.drag(editor.card("ghost_module"), editor.card("ghost_module").add(0, 30));
            editor.fill("#field-out_channels", "24");
            editor.await("the new shape", () -> outputOf(editor, "ghost_module").equals(TensorShape.of(24, 16, 16)));
            // 12 + 24 + 108 + 24, and 24 * 10 + 10.
            editor.await("the new totals", () -> editor.text("#status-params").equals("Parameters 418"));

            editor.click(".convas-canvas");
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.await("the old shape", () -> outputOf(editor, "ghost_module").equals(TensorShape.of(16, 16, 16)));
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            editor.await(
                    "the shape again", () -> outputOf(editor, "ghost_module").equals(TensorShape.of(24, 16, 16)));

            Design drawn = editor.document().design();
            editor.shortcut(KeyCode.CONTROL, KeyCode.S);
            editor.await("the file", () -> !editor.document().isDirty());
            assertEquals(drawn, new DesignFormat().read(file).value().orElseThrow());

            editor.shortcut(KeyCode.CONTROL, KeyCode.W);
            editor.await("the start page", () -> editor.scene().lookup("#start-page") != null);
            editor.await("the recent file", () -> editor.scene().lookup("#start-recent .recent-entry") != null);
            editor.click("#start-recent .recent-entry");
            editor.await("the design again", () -> editor.scene().lookup("#start-page") == null);
            assertEquals(drawn, editor.document().design());
        }
    }

    private static void dragInAndConnect(LiveEditor editor) {
        Node item = editor.find("#palette-GhostModule", Node.class);
        editor.drag(editor.middle(item), editor.onSheet(348, 33));
        editor.await(
                "the node",
                () -> editor.document().design().graph().node("ghost_module").isPresent());
        editor.drag(editor.port("image", false, 0), editor.port("ghost_module", true, 0));
        editor.drag(editor.port("ghost_module", false, 0), editor.port("pool", true, 0));
        List<Edge> edges = editor.document().design().graph().edges();
        assertTrue(edges.contains(Edge.of("image", "ghost_module")), edges::toString);
        assertTrue(edges.contains(Edge.of("ghost_module", "pool")), edges::toString);
    }

    @Test
    void anImpossibleShapeIsSaidAndTheRestStaysKnown() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-plain.json")), Map.of())) {
            editor.click("#command-field");
            editor.robot().write("conv4");
            editor.shortcut(KeyCode.ENTER);
            editor.await(
                    "the node", () -> editor.document().selection().single().equals(Optional.of("conv4")));

            editor.fill("#field-groups", "7");
            editor.await(
                    "the problem",
                    () -> editor.document().analysis().orElseThrow().hasErrors());
            assertFalse(buttonText(editor).equals("No problems"));
            assertEquals(TensorShape.of(32, 8, 8), outputOf(editor, "conv3"));

            editor.click("#status-problems");
            editor.click("#diagnostics-list .list-cell");
            assertEquals(Optional.of("conv4"), editor.document().selection().single());
        }
    }

    @Test
    void aModuleOpensByDoubleClickAndTheBreadcrumbLeadsBack() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-ghost.json")), Map.of())) {
            editor.doubleClick(editor.card("ghost"));
            editor.await("the body", () -> editor.document().sheet().place().depth() == 1);
            assertTrue(editor.document()
                    .sheet()
                    .sheet()
                    .graph()
                    .node("primary_conv")
                    .isPresent());

            editor.click("#crumb-0");
            editor.await("the design", () -> editor.document().sheet().place().depth() == 0);
        }
    }

    @Test
    void nodesAreDeletedAndMovedAndEverythingIsUndone() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(sketch()), Map.of())) {
            Design before = editor.document().design();
            editor.drag(editor.card("pool"), editor.card("pool").add(-60, 40));
            editor.await("the move", () -> !editor.document().design().layout().equals(before.layout()));
            editor.shortcut(KeyCode.DELETE);
            editor.await(
                    "the deletion",
                    () -> editor.document().design().graph().node("pool").isEmpty());

            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(before, editor.document().design());
        }
    }

    @Test
    void aVariableIsSlidAndTheWholeDesignFollows() throws Exception {
        try (LiveEditor editor =
                LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-ghost.json")), Map.of())) {
            String before = editor.text("#status-params");
            editor.click("#variable-width");
            editor.shortcut(KeyCode.RIGHT);
            editor.shortcut(KeyCode.RIGHT);
            editor.await("other totals", () -> !editor.text("#status-params").equals(before));
            assertFalse(
                    editor.document().design().variables().get("width").value().equals(Value.of(1.0)));
        }
    }

    private static String buttonText(LiveEditor editor) {
        return editor.find("#status-problems", javafx.scene.control.Button.class)
                .getText();
    }

    private static TensorShape outputOf(LiveEditor editor, String path) {
        return editor.document()
                .analysis()
                .flatMap(analysis -> analysis.node(path))
                .flatMap(report -> report.outputs().get(0))
                .orElse(TensorShape.of(0));
    }
}
