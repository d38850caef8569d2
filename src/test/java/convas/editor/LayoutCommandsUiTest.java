package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Flow;
import convas.graph.Point;
import convas.graph.json.DesignFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laying out by shortcut, in the whole window. */
class LayoutCommandsUiTest {
    @TempDir
    private Path home;

    private static Point place(LiveEditor editor, String id) {
        return editor.document().design().layout().of(id).orElseThrow();
    }

    @Test
    void theFlowIsTurnedWithTheKeyboardAndKeptInTheFile() throws Exception {
        Path file = home.resolve("ghost.json");
        Files.copy(LiveEditor.project("presets", "digits-ghost.json"), file);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of("motion", "false"))) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
            editor.await("the layout", () -> editor.document().design().view().flow() == Flow.DOWN);
            assertEquals(1, editor.document().history().depth());
            String first = editor.document().design().graph().nodes().get(0).id();
            String second = editor.document()
                    .design()
                    .graph()
                    .outgoing(first)
                    .get(0)
                    .to()
                    .node();
            assertTrue(place(editor, second).y() >= place(editor, first).y() + 66);
            editor.screenshot("layout-down");

            editor.shortcut(KeyCode.CONTROL, KeyCode.S);
            editor.await("the file", () -> !editor.document().isDirty());
            assertTrue(Files.readString(file).contains("\"view\": {\"flow\": \"down\"}"));
            assertEquals(
                    Flow.DOWN,
                    new DesignFormat().read(file).value().orElseThrow().view().flow());

            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
            editor.await("the layout", () -> editor.document().design().view().flow() == Flow.RIGHT);
            assertTrue(place(editor, second).x() >= place(editor, first).x() + 176);
            assertFalse(editor.document().analysis().isEmpty());
        }
    }
}
