package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.graph.Design;
import convas.graph.Node;
import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules of one's own, made in the window. */
class GroupingUiTest {
    @TempDir
    private Path home;

    private LiveEditor plain() throws Exception {
        return LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "digits-plain.json")), Map.of());
    }

    private static void select(LiveEditor editor, String... ids) {
        LiveEditor.onWindowThread(() -> {
            editor.document().select(Selection.ofNodes(List.of(ids)));
            editor.canvas().requestFocus();
            return null;
        });
    }

    private static void group(LiveEditor editor, String name) {
        editor.shortcut(KeyCode.CONTROL, KeyCode.G);
        editor.robot().clickOn("#group-name").push(KeyCode.CONTROL, KeyCode.A).write(name);
    }

    @Test
    void twoNodesBecomeAModuleWithTheSameNumbersAndUndoBringsThemBack() throws Exception {
        try (LiveEditor editor = plain()) {
            Design before = editor.document().design();
            String params = editor.text("#status-params");
            String macs = editor.text("#status-macs");
            select(editor, "conv2", "bn2");

            group(editor, "GhostModule");
            editor.robot().clickOn("#group-accept");
            assertEquals(
                    "There is already a layer or module called “GhostModule”.",
                    editor.robot().lookup("#group-problems").queryLabeled().getText());
            editor.robot()
                    .clickOn("#group-name")
                    .push(KeyCode.CONTROL, KeyCode.A)
                    .write("ConvBn");
            editor.robot().clickOn("#group-value-conv2-kernel_size").clickOn("#group-accept");

            editor.await(
                    "the module", () -> editor.document().design().modules().containsKey("ConvBn"));
            Node node = editor.document().design().graph().node("conv_bn").orElseThrow();
            assertEquals(Map.of("kernel_size", Value.of(3), "width", Value.of("=width")), node.params());
            editor.await(
                    "its numbers",
                    () -> editor.document()
                            .analysis()
                            .flatMap(known -> Optional.ofNullable(known.nodes().get("conv_bn")))
                            .isPresent());
            assertEquals(params, editor.text("#status-params"));
            assertEquals(macs, editor.text("#status-macs"));
            assertTrue(editor.findIfThere("#palette-ConvBn").isPresent());

            LiveEditor.onWindowThread(() -> {
                editor.document().undo();
                return null;
            });
            assertEquals(before, editor.document().design());
            assertEquals(0, editor.document().history().depth());
        }
    }

    @Test
    void aSavedModuleIsThereForTheNextDesign() throws Exception {
        try (LiveEditor editor = plain()) {
            select(editor, "conv2", "bn2");
            group(editor, "ConvBn");
            editor.robot().clickOn("#group-accept");
            editor.await(
                    "the module", () -> editor.document().selection().single().equals(Optional.of("conv_bn")));

            editor.click("#menu-design");
            editor.robot().clickOn("Save the module in the library");
            editor.await("the file", () -> Files.exists(home.resolve("modules/ConvBn.json")));
            editor.click("#menu-file");
            editor.robot().clickOn("New design");
            editor.await(
                    "a new design",
                    () -> editor.document().catalog().find("ConvBn").isPresent()
                            && editor.document().design().modules().isEmpty());
        }
    }

    /** Issue 15: a tab that was open before did not know the module, nor did a design that names it. */
    @Test
    void aSavedModuleIsThereAtOnceInADesignThatIsOpen() throws Exception {
        try (LiveEditor editor = plain()) {
            Document first = editor.document();
            editor.shortcut(KeyCode.CONTROL, KeyCode.N);
            editor.await("a new design", () -> editor.document() != first);
            editor.awaitDesign();
            Document second = editor.document();
            assertTrue(editor.findIfThere("#palette-ConvBn").isEmpty());
            editor.shortcut(KeyCode.CONTROL, KeyCode.TAB);
            editor.await("the first design", () -> editor.document() == first);
            select(editor, "conv2", "bn2");
            group(editor, "ConvBn");
            editor.robot().clickOn("#group-accept");
            editor.await("the module", () -> first.selection().single().equals(Optional.of("conv_bn")));
            editor.click("#menu-design");
            editor.robot().clickOn("Save the module in the library");

            editor.await(
                    "the module elsewhere",
                    () -> second.catalog().find("ConvBn").isPresent());
            editor.shortcut(KeyCode.CONTROL, KeyCode.TAB);
            editor.await("the second design", () -> editor.document() == second);
            assertTrue(editor.findIfThere("#palette-ConvBn").isPresent());
        }
    }
}
