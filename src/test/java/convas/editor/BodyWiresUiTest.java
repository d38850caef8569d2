package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.ModuleBody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wires from the input and to the output of a module's body, by mouse and by keyboard. */
final class BodyWiresUiTest {
    /** Of 4 channels: 4 * 4 * 9 + 4 = 148 parameters in the convolution, 4 * 10 + 10 = 50 in the classifier. */
    private static final String NET = """
            {"format": "convas-design", "version": 1, "name": "net",
             "nodes": [
              {"id": "image", "type": "Input", "params": {"shape": [4, 8, 8]}, "position": [0, 0]},
              {"id": "block", "type": "Block", "position": [260, 0]},
              {"id": "pool", "type": "AdaptiveAvgPool2d", "params": {"output_size": 1}, "position": [520, 0]},
              {"id": "flatten", "type": "Flatten", "position": [0, 190]},
              {"id": "classifier", "type": "Linear", "params": {"out_features": 10}, "position": [260, 190]},
              {"id": "scores", "type": "Output", "position": [520, 190]}],
             "edges": [
              {"from": "image", "to": "block"}, {"from": "block", "to": "pool"}, {"from": "pool", "to": "flatten"},
              {"from": "flatten", "to": "classifier"}, {"from": "classifier", "to": "scores"}],
             "modules": {
              "Block": {"type": "Block", "category": "block", "inputs": ["in"],
               "nodes": [
                {"id": "conv", "type": "Conv2d", "position": [0, 0],
                 "params": {"out_channels": 4, "kernel_size": 3, "padding": 1}},
                {"id": "relu", "type": "ReLU", "position": [260, 0]}],
               "edges": [{"from": "in", "to": "conv"}, {"from": "conv", "to": "relu"}],
               "outputs": {"out": "relu"}}}}
            """;

    private static final Endpoint OUT = Endpoint.output("out");

    @TempDir
    private Path home;

    private LiveEditor inBody() throws Exception {
        Path file = Files.writeString(home.resolve("net.json"), NET);
        LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of());
        editor.doubleClick(editor.card("block"));
        editor.await("the body", () -> editor.document().sheet().place().depth() == 1);
        editor.awaitDesign();
        return editor;
    }

    private static ModuleBody body(LiveEditor editor) {
        return editor.document().design().modules().get("Block");
    }

    private static void awaitParameters(LiveEditor editor, int count) {
        editor.await(count + " parameters", () -> editor.text("#status-params").equals("Parameters " + count));
    }

    private static void find(LiveEditor editor, String typed) {
        editor.shortcut(KeyCode.CONTROL, KeyCode.K);
        editor.robot().write(typed);
        editor.shortcut(KeyCode.ENTER);
    }

    private static Point2D wire(LiveEditor editor, String from, String to) {
        return editor.port(from, false, 0).midpoint(editor.port(to, true, 0));
    }

    private static void drop(LiveEditor editor, String type, Point2D place) {
        editor.shortcut(KeyCode.CONTROL, KeyCode.F);
        editor.robot().push(KeyCode.CONTROL, KeyCode.A).write(type);
        editor.await("the type", () -> editor.findIfThere("#palette-" + type).isPresent());
        editor.drag(editor.middle(editor.find("#palette-" + type, Node.class)), place);
    }

    @Test
    void aNodeDroppedOnTheWireToTheOutputIsWhatTheModuleGives() throws Exception {
        try (LiveEditor editor = inBody()) {
            awaitParameters(editor, 198);
            Design before = editor.document().design();
            drop(editor, "BatchNorm2d", wire(editor, "relu", OUT.node()));
            editor.await(
                    "the new output", () -> body(editor).outputs().get("out").equals(Endpoint.of("batch_norm2d")));
            assertTrue(body(editor).sheet().graph().edges().contains(Edge.of("relu", "batch_norm2d")));
            // A scale and a shift for each of 4 channels.
            awaitParameters(editor, 206);
            var card =
                    editor.canvas().picture().node("batch_norm2d").orElseThrow().bounds();
            assertFalse(card.meets(
                    editor.canvas().picture().node(OUT.node()).orElseThrow().bounds()));

            editor.shortcut(KeyCode.DELETE);
            editor.await(
                    "the old output", () -> body(editor).outputs().get("out").equals(Endpoint.of("relu")));
            awaitParameters(editor, 198);
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(before, editor.document().design());
        }
    }

    @Test
    void aNodeThatStandsAloneIsDraggedIntoTheWireToTheOutputAndIntoThatFromTheInput() throws Exception {
        try (LiveEditor editor = inBody()) {
            Point2D below = editor.card("conv").add(0, 150);
            drop(editor, "BatchNorm2d", below);
            editor.await(
                    "the node",
                    () -> body(editor).sheet().graph().node("batch_norm2d").isPresent());
            editor.drag(editor.card("batch_norm2d"), wire(editor, "relu", OUT.node()));
            editor.await(
                    "the new output", () -> body(editor).outputs().get("out").equals(Endpoint.of("batch_norm2d")));
            awaitParameters(editor, 206);

            drop(editor, "BatchNorm2d", wire(editor, "in", "conv"));
            editor.await(
                    "the new first",
                    () -> body(editor).sheet().graph().edges().contains(Edge.of("in", "batch_norm2d2")));
            assertTrue(body(editor).sheet().graph().edges().contains(Edge.of("batch_norm2d2", "conv")));
            awaitParameters(editor, 214);
        }
    }

    @Test
    void byKeyboardNodesGoIntoTheWiresOfTheEndsAndAreTakenOutAgain() throws Exception {
        try (LiveEditor editor = inBody()) {
            find(editor, "relu");
            editor.shortcut(KeyCode.ALT, KeyCode.W);
            assertEquals(
                    Optional.of(OUT),
                    editor.document().selection().edges().stream().map(Edge::to).findFirst());
            find(editor, "batchnorm2d");
            assertEquals(Endpoint.of("batch_norm2d"), body(editor).outputs().get("out"));
            awaitParameters(editor, 206);

            // What is added with a node selected reads that.
            find(editor, "conv2d");
            assertTrue(body(editor).sheet().graph().edges().contains(Edge.of("batch_norm2d", "conv2d")));
            assertEquals(Endpoint.of("batch_norm2d"), body(editor).outputs().get("out"));

            // From there to the output: the wire that ends at it is led elsewhere.
            editor.shortcut(KeyCode.CONTROL, KeyCode.E);
            find(editor, "batch_norm2d");
            editor.shortcut(KeyCode.ALT, KeyCode.W);
            editor.shortcut(KeyCode.ALT, KeyCode.W);
            assertEquals(
                    Optional.of(OUT),
                    editor.document().selection().edges().stream().map(Edge::to).findFirst());
            editor.shortcut(KeyCode.CONTROL, KeyCode.E);
            assertEquals(Endpoint.of("conv2d"), body(editor).outputs().get("out"));

            // Deleted, it hands its source on.
            find(editor, "conv2d");
            editor.shortcut(KeyCode.DELETE);
            assertEquals(Endpoint.of("batch_norm2d"), body(editor).outputs().get("out"));
            awaitParameters(editor, 206);
        }
    }

    @Test
    void whatIsPastedWithTheWireToTheOutputSelectedGoesIntoIt() throws Exception {
        try (LiveEditor editor = inBody()) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.A);
            editor.shortcut(KeyCode.CONTROL, KeyCode.C);
            editor.click(wire(editor, "relu", OUT.node()));
            editor.shortcut(KeyCode.CONTROL, KeyCode.V);
            assertEquals(Endpoint.of("relu2"), body(editor).outputs().get("out"));
            assertTrue(body(editor).sheet().graph().edges().contains(Edge.of("relu", "conv2")));
            awaitParameters(editor, 346);

            editor.shortcut(KeyCode.F);
            editor.awaitDesign();
            editor.click(wire(editor, "relu2", OUT.node()));
            assertEquals(
                    Set.of(new Edge(Endpoint.of("relu2"), OUT)),
                    editor.document().selection().edges());
            editor.shortcut(KeyCode.DELETE);
            assertEquals(Endpoint.of("relu2"), body(editor).outputs().get("out"));
            assertEquals(
                    "An output of a module stays: draw the wire to out from another node instead.",
                    editor.text("#status-hint"));
        }
    }
}
