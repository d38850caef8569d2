package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the keyboard is after what one does: where one works. */
final class FocusUiTest {
    private static final String ADVISED = """
            {"format": "convas-design", "version": 1, "name": "advised",
             "nodes": [
              {"id": "image", "type": "Input", "params": {"shape": [3, 16, 16]}, "position": [0, 0]},
              {"id": "conv", "type": "Conv2d", "params": {"out_channels": 8, "kernel_size": 3}, "position": [260, 0]},
              {"id": "norm", "type": "BatchNorm2d", "position": [520, 0]},
              {"id": "block", "type": "Biased", "position": [0, 190]},
              {"id": "scores", "type": "Output", "position": [260, 190]}],
             "edges": [
              {"from": "image", "to": "conv"}, {"from": "conv", "to": "norm"}, {"from": "norm", "to": "block"},
              {"from": "block", "to": "scores"}],
             "modules": {"Biased": {"type": "Biased", "category": "mine", "inputs": ["in"], "params": {},
              "nodes": [
               {"id": "inner", "type": "Conv2d", "params": {"out_channels": 16, "kernel_size": 3}, "position": [0, 0]},
               {"id": "after", "type": "BatchNorm2d", "position": [260, 0]}],
              "edges": [{"from": "in", "to": "inner"}, {"from": "inner", "to": "after"}],
              "outputs": {"out": "after"}}}}
            """;

    @TempDir
    private Path home;

    private LiveEditor open() throws Exception {
        Path file = Files.writeString(home.resolve("advised.json"), ADVISED);
        return LiveEditor.open(home, Optional.of(file), Map.of());
    }

    private static String owner(LiveEditor editor) {
        return LiveEditor.onWindowThread(() -> {
            Node owner = editor.scene().getFocusOwner();
            return owner == null ? "nothing" : String.valueOf(owner.getId());
        });
    }

    private static void awaitOwner(LiveEditor editor, String id) {
        editor.await("the keyboard at " + id, () -> owner(editor).equals(id));
    }

    private static Value channels(LiveEditor editor, String id) {
        return editor.document()
                .sheet()
                .sheet()
                .graph()
                .node(id)
                .orElseThrow()
                .params()
                .get("out_channels");
    }

    @Test
    void enterLeavesOneInTheFieldAlsoWhereThatIsMadeAnew() throws Exception {
        try (LiveEditor editor = open()) {
            editor.click(editor.card("conv"));
            editor.fill("#field-id", "first");
            editor.await(
                    "the name", () -> editor.document().selection().single().equals(Optional.of("first")));
            awaitOwner(editor, "field-id");
            editor.fill("#field-out_channels", "12");
            assertEquals(Value.of(12), channels(editor, "first"));
            awaitOwner(editor, "field-out_channels");

            editor.click(".convas-canvas");
            editor.shortcut(KeyCode.ESCAPE);
            editor.fill("#field-design-name", "other");
            editor.await("the name", () -> editor.document().design().name().equals("other"));
            awaitOwner(editor, "field-design-name");
        }
    }

    @Test
    void keysWithOthersAreTheWindowsAlsoInAFieldOfNumbers() throws Exception {
        try (LiveEditor editor = open()) {
            editor.doubleClick(editor.card("block"));
            editor.await("the body", () -> editor.document().sheet().place().depth() == 1);
            editor.awaitDesign();
            editor.click(editor.card("inner"));
            editor.click("#field-out_channels");
            editor.shortcut(KeyCode.UP);
            assertEquals(Value.of(17), channels(editor, "inner"));
            editor.shortcut(KeyCode.CONTROL, KeyCode.UP);
            editor.await("the design", () -> editor.document().sheet().place().depth() == 0);
            assertEquals(
                    Value.of(17),
                    editor.document()
                            .design()
                            .modules()
                            .get("Biased")
                            .sheet()
                            .graph()
                            .node("inner")
                            .orElseThrow()
                            .params()
                            .get("out_channels"));
        }
    }

    @Test
    void goingToProblemsAndMendingThemKeepsTheKeyboardWhereItWas() throws Exception {
        try (LiveEditor editor = open()) {
            editor.click(editor.card("conv"));
            editor.await(
                    "a button that mends",
                    () -> editor.findIfThere(".inspector-mend").isPresent());
            awaitOwner(editor, "canvas");
            editor.shortcut(KeyCode.F8);
            awaitOwner(editor, "canvas");
            editor.click("#field-out_channels");
            editor.shortcut(KeyCode.F8);
            editor.await(
                    "the one inside",
                    () -> editor.document().selection().single().equals(Optional.of("inner")));
            awaitOwner(editor, "field-out_channels");
            editor.shortcut(KeyCode.SHIFT, KeyCode.F8);
            editor.await(
                    "the first", () -> editor.document().selection().single().equals(Optional.of("conv")));

            // The button is gone once it has been pressed; the keyboard is at the canvas, whose keys work.
            editor.await(
                    "the button", () -> editor.findIfThere(".inspector-mend").isPresent());
            editor.click(".inspector-mend");
            editor.await(
                    "no bias",
                    () -> editor.document()
                            .design()
                            .graph()
                            .node("conv")
                            .orElseThrow()
                            .params()
                            .containsKey("bias"));
            awaitOwner(editor, "canvas");
            editor.shortcut(KeyCode.M);
            editor.await(
                    "muted",
                    () -> editor.document()
                            .design()
                            .graph()
                            .node("conv")
                            .orElseThrow()
                            .muted());
        }
    }

    @Test
    void escapeLeavesTheCommandBoxAndUndoInItIsTheDesigns() throws Exception {
        try (LiveEditor editor = open()) {
            Design before = editor.document().design();
            editor.click(editor.card("norm"));
            editor.shortcut(KeyCode.DELETE);
            Design after = editor.document().design();
            editor.shortcut(KeyCode.CONTROL, KeyCode.K);
            awaitOwner(editor, "command-field");
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            editor.await(
                    "the design as before", () -> editor.document().design().equals(before));
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            editor.await("the design after", () -> editor.document().design().equals(after));
            awaitOwner(editor, "command-field");
            // What is being typed is the field's to take back.
            editor.robot().write("rel");
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(after, editor.document().design());
            editor.shortcut(KeyCode.ESCAPE);
            awaitOwner(editor, "canvas");
            assertEquals("", editor.find("#command-field", TextField.class).getText());
            assertTrue(AnyWindow.find("#command-list").isEmpty());
            // Also before anything was typed.
            editor.shortcut(KeyCode.CONTROL, KeyCode.K);
            awaitOwner(editor, "command-field");
            editor.shortcut(KeyCode.ESCAPE);
            awaitOwner(editor, "canvas");
        }
    }

    @Test
    void escapeLeavesTheCommandBoxOnTheStartPageToo() throws Exception {
        try (LiveEditor editor = open()) {
            editor.click("#menu-file");
            editor.robot().clickOn("Start page");
            editor.await(
                    "the start page", () -> editor.findIfThere("#start-page").isPresent());
            editor.shortcut(KeyCode.CONTROL, KeyCode.K);
            awaitOwner(editor, "command-field");
            editor.shortcut(KeyCode.ESCAPE);
            editor.await("the keyboard elsewhere", () -> !owner(editor).equals("command-field"));
            assertFalse(owner(editor).equals("nothing"));
        }
    }

    @Test
    void aSearchOnTheRightButtonAddsWhereItWasOpened() throws Exception {
        try (LiveEditor editor = open()) {
            // On a wire into it, by typing.
            Point2D wire = editor.port("image", false, 0).midpoint(editor.port("conv", true, 0));
            editor.robot().clickOn(wire, MouseButton.SECONDARY);
            editor.await("the menu", () -> AnyWindow.find("#context-add").isPresent());
            editor.robot().write("relu");
            editor.await("the list", () -> AnyWindow.find("#type-field").isPresent());
            assertEquals("relu", ((TextField) AnyWindow.find("#type-field").orElseThrow()).getText());
            editor.shortcut(KeyCode.ENTER);
            editor.await(
                    "the wires",
                    () -> editor.document().design().graph().edges().contains(Edge.of("image", "relu")));
            assertTrue(editor.document().design().graph().edges().contains(Edge.of("relu", "conv")));

            // On a node behind it, by the menu's line.
            editor.robot().clickOn(editor.card("norm"), MouseButton.SECONDARY);
            AnyWindow.press(editor, "#context-add");
            editor.await("the list", () -> AnyWindow.find("#type-field").isPresent());
            editor.robot().write("tanh");
            editor.shortcut(KeyCode.ENTER);
            editor.await(
                    "the wire", () -> editor.document().design().graph().edges().contains(Edge.of("norm", "tanh")));

            // On the ground there, without a wire, whatever is selected.
            Point2D ground = editor.card("scores").add(120, 160);
            editor.robot().clickOn(ground, MouseButton.SECONDARY);
            editor.await("the menu", () -> AnyWindow.find("#context-add").isPresent());
            editor.robot().write("sig");
            editor.await("the list", () -> AnyWindow.find("#type-field").isPresent());
            assertEquals("sig", ((TextField) AnyWindow.find("#type-field").orElseThrow()).getText());
            editor.shortcut(KeyCode.ENTER);
            editor.await(
                    "the node",
                    () -> editor.document().design().graph().node("sigmoid").isPresent());
            assertTrue(editor.document().design().graph().incoming("sigmoid").isEmpty());
            Point2D there = editor.card("sigmoid");
            assertTrue(there.distance(ground) < 3, () -> there + " " + ground);
            awaitOwner(editor, "canvas");
        }
    }
}
