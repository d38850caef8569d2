package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.canvas.Hands;
import convas.editor.canvas.picture.Bounds;
import convas.graph.Edge;
import convas.graph.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawing a network without a mouse. */
final class WalkUiTest {
    private static final String SKETCH = """
        {"format": "convas-design", "version": 1, "name": "keys",
         "nodes": [
          {"id": "image", "type": "Input", "params": {"shape": [3, 16, 16]}, "position": [0, 0]},
          {"id": "conv", "type": "Conv2d", "params": {"out_channels": 8, "kernel_size": 3}, "position": [260, 0]},
          {"id": "pool", "type": "MaxPool2d", "params": {"kernel_size": 2}, "position": [260, 160]},
          {"id": "scores", "type": "Output", "position": [520, 0]}],
         "edges": [{"from": "image", "to": "conv"}]}
        """;

    @TempDir
    private Path home;

    private Set<String> selected(LiveEditor editor) {
        return editor.document().selection().nodes();
    }

    @Test
    void oneWalksConnectsMovesAndRemovesByKeysAlone() throws Exception {
        Path file = Files.writeString(home.resolve("keys.json"), SKETCH);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.shortcut(KeyCode.TAB);
            assertEquals(Set.of("image"), selected(editor));
            editor.shortcut(KeyCode.ALT, KeyCode.RIGHT);
            assertEquals(Set.of("conv"), selected(editor));
            editor.shortcut(KeyCode.ALT, KeyCode.DOWN);
            assertEquals(Set.of("pool"), selected(editor));
            editor.shortcut(KeyCode.ALT, KeyCode.UP);

            // From conv to the output, which no wire leads to yet: it is the nearest on the right.
            editor.shortcut(KeyCode.CONTROL, KeyCode.E);
            editor.shortcut(KeyCode.ALT, KeyCode.RIGHT);
            assertEquals(Set.of("scores"), selected(editor));
            editor.shortcut(KeyCode.CONTROL, KeyCode.E);
            assertTrue(editor.document().design().graph().edges().contains(Edge.of("conv", "scores")));
            assertTrue(editor.canvas().picture().edge(Edge.of("conv", "scores")).isPresent());
            assertEquals(2, Hands.drawn(editor.canvas()).curves());

            editor.shortcut(KeyCode.DOWN);
            assertEquals(
                    Optional.of(new Point(520, 8)),
                    editor.document().design().layout().of("scores"));

            // To the wire that comes into it, and away with that.
            editor.shortcut(KeyCode.ALT, KeyCode.W);
            assertEquals(
                    Set.of(Edge.of("conv", "scores")),
                    editor.document().selection().edges());
            editor.shortcut(KeyCode.DELETE);
            assertFalse(editor.document().design().graph().edges().contains(Edge.of("conv", "scores")));
            assertEquals(1, Hands.drawn(editor.canvas()).curves());
        }
    }

    @Test
    void escapeForgetsWhereAWireWasToStartAndACircleIsRefused() throws Exception {
        Path file = Files.writeString(home.resolve("keys.json"), SKETCH);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            int steps = editor.document().history().depth();
            editor.shortcut(KeyCode.TAB);
            editor.shortcut(KeyCode.TAB);
            editor.shortcut(KeyCode.CONTROL, KeyCode.E);
            editor.shortcut(KeyCode.ESCAPE);
            assertEquals(Set.of("conv"), selected(editor));
            editor.shortcut(KeyCode.CONTROL, KeyCode.E);
            editor.shortcut(KeyCode.ALT, KeyCode.LEFT);
            editor.shortcut(KeyCode.CONTROL, KeyCode.E);
            assertEquals(steps, editor.document().history().depth());
        }
    }

    @Test
    void tabLeavesTheCanvasAfterTheLastNodeAndWhatIsWalkedToComesIntoView() throws Exception {
        Path file = Files.writeString(home.resolve("keys.json"), SKETCH);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.robot().interact(() -> {
                editor.canvas().zoomTo(2);
                editor.canvas().centerOn(-900, 0);
            });
            for (String id : new String[] {"image", "conv", "pool", "scores"}) {
                editor.shortcut(KeyCode.TAB);
                assertEquals(Set.of(id), selected(editor));
                Bounds card = editor.canvas().picture().node(id).orElseThrow().bounds();
                assertTrue(editor.canvas().visible().contains(card), id);
            }
            assertTrue(editor.canvas().isFocused());
            editor.shortcut(KeyCode.TAB);
            editor.await("the keyboard elsewhere", () -> !editor.canvas().isFocused());
        }
    }
}
