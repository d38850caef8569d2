package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.json.DesignFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's tasks about changing, arranging and taking away, done as they are written there. */
final class TutorialFinishingUiTest {
    @TempDir
    private Path home;

    private LiveEditor preset(String name) throws Exception {
        Path file = Files.copy(LiveEditor.project("presets", name + ".json"), home.resolve(name + ".json"));
        return LiveEditor.open(home, Optional.of(file), Map.of());
    }

    private static Node node(LiveEditor editor, String id) {
        return editor.document().design().graph().node(id).orElseThrow();
    }

    @Test
    void muteAndReplaceANode() throws Exception {
        try (LiveEditor editor = preset("digits-plain")) {
            editor.click(editor.card("relu2"));
            editor.shortcut(KeyCode.M);
            editor.await("it is muted", () -> node(editor, "relu2").muted());
            editor.shortcut(KeyCode.M);
            editor.await("it is back", () -> !node(editor, "relu2").muted());
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            editor.robot().write("swish");
            editor.shortcut(KeyCode.ENTER);
            editor.await("the other type", () -> node(editor, "relu2").type().equals("Swish"));
            assertEquals(1, editor.document().design().graph().incoming("relu2").size());
        }
    }

    @Test
    void layOutAndComment() throws Exception {
        try (LiveEditor editor = preset("digits-plain")) {
            Design before = editor.document().design();
            editor.shortcut(KeyCode.CONTROL, KeyCode.L);
            editor.await("the layout", () -> !editor.document().design().equals(before));
            assertEquals(before.graph(), editor.document().design().graph());
            editor.shortcut(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(before, editor.document().design());
            editor.awaitDesign();

            editor.click(editor.card("conv1"));
            editor.robot().press(KeyCode.SHIFT);
            editor.click(editor.card("bn1"));
            editor.click(editor.card("relu1"));
            editor.robot().release(KeyCode.SHIFT);
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
            editor.await(
                    "a frame", () -> editor.document().design().layout().notes().size() == 1);
            editor.robot().write("stem").push(KeyCode.ENTER);
            editor.await(
                    "its name",
                    () -> editor.document()
                            .design()
                            .layout()
                            .notes()
                            .get(0)
                            .text()
                            .equals("stem"));
            Layout framed = editor.document().design().layout();
            var corner = framed.notes().get(0).position();
            Point2D head = editor.onSheet(corner.x() + 200, corner.y() + 12);
            editor.drag(head, head.add(30, -40));
            editor.await("the move", () -> !editor.document().design().layout().equals(framed));
            assertNotEquals(
                    framed.of("bn1"), editor.document().design().layout().of("bn1"));
            assertEquals(framed.of("conv2"), editor.document().design().layout().of("conv2"));
        }
    }

    private static boolean isDialogOpen() {
        return Window.getWindows().stream().anyMatch(window -> window.getScene().lookup("#picture-file") != null);
    }

    @Test
    void exportThePictureAndKeepTheDesign() throws Exception {
        try (LiveEditor editor = preset("digits-ghost")) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            editor.await("the dialog", TutorialFinishingUiTest::isDialogOpen);
            editor.shortcut(KeyCode.ENTER);
            editor.await("its end", () -> !isDialogOpen());
            editor.await("the picture", () -> Files.exists(home.resolve("digits-ghost.svg")));

            editor.fill("#variable-value-width", "1.5");
            editor.await("an edit", () -> editor.document().isDirty());
            editor.shortcut(KeyCode.CONTROL, KeyCode.S);
            editor.await("the file", () -> !editor.document().isDirty());
            Path file = home.resolve("digits-ghost.json");
            assertEquals(
                    editor.document().design(),
                    new DesignFormat().read(file).value().orElseThrow());
            assertTrue(Files.readString(home.resolve("digits-ghost.svg")).contains(">GhostBottleneck</text>"));
        }
    }
}
