package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.canvas.Hands;
import convas.graph.Design;
import convas.graph.Node;
import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another type for what stands there already, chosen from the list, by key and by menu. */
final class ReplaceUiTest {
    private static final String TWO_BLOCKS = """
        {"format": "convas-design", "version": 1, "name": "two-blocks",
         "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [3, 16, 16]}, "position": [0, 0]},
          {"id": "conv", "type": "Conv2d", "params": {"out_channels": 8, "kernel_size": 3, "padding_mode": "zeros"},
           "position": [260, 0]},
          {"id": "act", "type": "ReLU", "position": [520, 0]},
          {"id": "act2", "type": "Tanh", "position": [780, 0]},
          {"id": "scores", "type": "Output", "position": [1040, 0]}],
         "edges": [
          {"from": "image", "to": "conv"}, {"from": "conv", "to": "act"},
          {"from": "act", "to": "act2"}, {"from": "act2", "to": "scores"}]}
        """;

    @TempDir
    private Path home;

    private LiveEditor open() throws Exception {
        return LiveEditor.open(
                home, Optional.of(Files.writeString(home.resolve("two-blocks.json"), TWO_BLOCKS)), Map.of());
    }

    private static String type(LiveEditor editor, String id) {
        return editor.document().design().graph().node(id).orElseThrow().type();
    }

    @Test
    void severalNodesBecomeAnotherTypeInOneStepAndKeepTheirWires() throws Exception {
        try (LiveEditor editor = open()) {
            Design before = editor.document().design();
            editor.robot().clickOn(editor.card("act"));
            editor.robot().press(KeyCode.SHIFT).clickOn(editor.card("act2")).release(KeyCode.SHIFT);
            editor.await("both", () -> editor.document().selection().nodes().equals(Set.of("act", "act2")));

            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            editor.robot().write("silu");
            editor.shortcut(KeyCode.ENTER);
            editor.await("the type", () -> type(editor, "act2").equals("SiLU"));

            assertEquals("SiLU", type(editor, "act"));
            assertEquals(
                    before.graph().edges(), editor.document().design().graph().edges());
            List<String> texts = Hands.drawn(editor.canvas()).texts();
            assertEquals(2, texts.stream().filter("SiLU"::equals).count(), texts::toString);
            assertFalse(texts.contains("ReLU"));

            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(before, editor.document().design());
        }
    }

    @Test
    void neitherInputNorOutputIsOffered() throws Exception {
        try (LiveEditor editor = open()) {
            editor.robot().clickOn(editor.card("act"));
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            Predicate<javafx.scene.Node> list = shown -> "type-list".equals(shown.getId());
            for (String typed : List.of("Input", "Output")) {
                editor.robot().write(typed);
                ListView<?> offered = editor.robot().lookup(list).query();
                String names =
                        LiveEditor.onWindowThread(() -> offered.getItems().toString());
                assertFalse(names.contains("name=" + typed + ","), names);
                editor.shortcut(KeyCode.CONTROL, KeyCode.A);
            }
            editor.robot().write("Tanh");
            ListView<?> offered = editor.robot().lookup(list).query();
            assertFalse(LiveEditor.onWindowThread(() -> offered.getItems().isEmpty()));
        }
    }

    @Test
    void theMenuOfACardReplacesItAndSharedParametersStay() throws Exception {
        try (LiveEditor editor = open()) {
            editor.robot().clickOn(editor.card("conv"), MouseButton.SECONDARY);
            Predicate<javafx.scene.Node> item = shown -> "context-edit.replace".equals(shown.getId());
            editor.await(
                    "the menu", () -> editor.robot().lookup(item).tryQuery().isPresent());
            editor.robot().clickOn(editor.robot().lookup(item).<javafx.scene.Node>query());
            editor.robot().write("ghostmodule");
            editor.shortcut(KeyCode.ENTER);
            editor.await("the type", () -> type(editor, "conv").equals("GhostModule"));

            Node node = editor.document().design().graph().node("conv").orElseThrow();
            assertEquals(Value.of(8), node.params().get("out_channels"));
            assertEquals(Value.of(3), node.params().get("kernel_size"));
            assertFalse(node.params().containsKey("padding_mode"), node::toString);
            assertTrue(Hands.drawn(editor.canvas()).texts().contains("GhostModule"));
            assertEquals(1, editor.document().history().depth());
        }
    }
}
