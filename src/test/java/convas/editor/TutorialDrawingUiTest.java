package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Node;
import convas.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's tasks about drawing, done as they are written there. */
final class TutorialDrawingUiTest {
    @TempDir
    private Path home;

    private LiveEditor preset(String name) throws Exception {
        return LiveEditor.open(home, Optional.of(LiveEditor.project("presets", name + ".json")), Map.of());
    }

    /** Searches a type in the list at the left and drops it on the wire into the output. */
    private static void drop(LiveEditor editor, String words, String type, String from) {
        editor.shortcut(KeyCode.CONTROL, KeyCode.F);
        editor.robot().push(KeyCode.CONTROL, KeyCode.A).write(words);
        editor.await("the type", () -> editor.findIfThere("#palette-" + type).isPresent());
        Point2D wire = editor.port(from, false, 0).midpoint(editor.port("scores", true, 0));
        editor.drag(editor.middle(editor.find("#palette-" + type, javafx.scene.Node.class)), wire);
    }

    @Test
    void buildASmallGhostNetFromNothing() throws Exception {
        try (LiveEditor editor = LiveEditor.open(home, Optional.empty(), Map.of())) {
            editor.shortcut(KeyCode.CONTROL, KeyCode.N);
            editor.awaitDesign();
            String[][] steps = {
                {"ghostmodule", "GhostModule", "ghost_module"},
                {"gap", "AdaptiveAvgPool2d", "adaptive_avg_pool2d"},
                {"flatten", "Flatten", "flatten"},
                {"linear", "Linear", "linear"}
            };
            String last = "image";
            for (String[] step : steps) {
                drop(editor, step[0], step[1], last);
                last = step[2];
                String added = last;
                editor.await(
                        "wires to and from " + added,
                        () -> editor.document().design().graph().edges().stream()
                                        .filter(edge -> edge.to().node().equals(added)
                                                || edge.from().node().equals(added))
                                        .count()
                                == 2);
            }
            editor.click(editor.card("linear"));
            editor.fill("#field-out_features", "10");
            // 8 + 16 + 72 + 16 of the module, 16 * 10 + 10 of the classifier.
            editor.await("the totals", () -> editor.text("#status-params").equals("Parameters 282"));
            assertTrue(editor.document().analysis().orElseThrow().program().isPresent());
        }
    }

    @Test
    void lookInsideAModule() throws Exception {
        try (LiveEditor editor = preset("digits-ghost")) {
            editor.doubleClick(editor.card("ghost"));
            editor.await(
                    "the body",
                    () -> editor.canvas().picture().node("cheap_conv").isPresent());
            editor.click("#crumb-0");
            editor.await("the design", () -> editor.document().sheet().place().depth() == 0);
            assertEquals(Optional.of("ghost"), editor.document().selection().single());
            editor.click(".convas-canvas");
            editor.click(editor.card("ghost"));
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            editor.await(
                    "the body in its place",
                    () -> editor.canvas().picture().inner("ghost/cheap_conv").isPresent());
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            editor.await(
                    "the card",
                    () -> editor.canvas().picture().inner("ghost/cheap_conv").isEmpty());
        }
    }

    @Test
    void makeAModuleOfYourOwn() throws Exception {
        try (LiveEditor editor = preset("digits-plain")) {
            String totals = editor.text("#status-params");
            editor.click(editor.card("conv2"));
            editor.robot().press(KeyCode.SHIFT);
            editor.click(editor.card("bn2"));
            editor.robot().release(KeyCode.SHIFT);
            editor.shortcut(KeyCode.CONTROL, KeyCode.G);
            editor.robot()
                    .clickOn("#group-name")
                    .push(KeyCode.CONTROL, KeyCode.A)
                    .write("ConvNorm");
            AnyWindow.press(editor, "#group-value-conv2-kernel_size");
            AnyWindow.press(editor, "#group-accept");
            editor.await(
                    "the module", () -> editor.document().design().modules().containsKey("ConvNorm"));
            Node node = editor.document().design().graph().node("conv_norm").orElseThrow();
            assertEquals(Value.of(3), node.params().get("kernel_size"));
            editor.await(
                    "its figures",
                    () -> editor.document()
                            .analysis()
                            .flatMap(known -> known.node("conv_norm"))
                            .isPresent());
            assertEquals(totals, editor.text("#status-params"));
            editor.click("#menu-design");
            editor.robot().clickOn("Save the module in the library");
            editor.await("the file", () -> Files.exists(home.resolve("modules/ConvNorm.json")));
            editor.shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
            editor.await(
                    "both",
                    () -> editor.document().design().graph().node("conv_norm").isEmpty());
        }
    }
}
