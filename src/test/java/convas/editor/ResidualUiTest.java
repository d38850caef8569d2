package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.graph.Edge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A residual block with CBAM inside, built from an empty canvas: a stem, two convolutions and CBAM, added to the stem. What
 * it takes is counted, so that it does not become more.
 */
final class ResidualUiTest {
    private static final String EMPTY = """
            {"format": "convas-design", "version": 1, "name": "residual", "nodes": [], "edges": []}
            """;

    private static final Set<Edge> WIRES = Set.of(
            Edge.of("input", "conv_bn_act"),
            Edge.of("conv_bn_act", "conv_bn_act2"),
            Edge.of("conv_bn_act2", "conv_bn_act3"),
            Edge.of("conv_bn_act3", "cbam"),
            Edge.of("cbam", "add"),
            Edge.of("conv_bn_act", "add:1"),
            Edge.of("add", "relu"),
            Edge.of("relu", "output"));

    @TempDir
    private Path home;

    private int strokes;
    private int actions;

    private LiveEditor open() throws Exception {
        Path file = Files.writeString(home.resolve("residual.json"), EMPTY);
        return LiveEditor.open(home, Optional.of(file), Map.of());
    }

    private static void assertBuilt(LiveEditor editor) {
        editor.await(
                "all wires",
                () -> new HashSet<>(editor.document().design().graph().edges()).equals(WIRES));
        // Kernels, scales and shifts: 1 * 16 * 9 + 32 of the stem, twice 16 * 16 * 9 + 32, then the attention's MLP of
        // 16, 1
        // and 16 channels and its convolution of 7 x 7 from 2 maps to 1.
        int parameters = 144 + 32 + 2 * (2304 + 32) + 2 * 16 + 2 * 49;
        editor.await("the totals", () -> editor.text("#status-params").equals("Parameters 4,978"));
        assertEquals(4978, parameters);
        assertFalse(editor.document().analysis().orElseThrow().hasErrors());
        List<Bounds> cards = editor.canvas().picture().nodes().stream()
                .map(NodeShape::bounds)
                .toList();
        for (int one = 0; one < cards.size(); one++) {
            for (int other = 0; other < one; other++) {
                assertFalse(cards.get(one).meets(cards.get(other)), "cards lie over each other");
            }
        }
    }

    private void strike(LiveEditor editor, KeyCode... keys) {
        strokes++;
        editor.shortcut(keys);
    }

    /** Looks in the box at the top, and takes the first that is found. */
    private void add(LiveEditor editor, String typed, String id) {
        strike(editor, KeyCode.CONTROL, KeyCode.K);
        strokes += typed.length();
        editor.robot().write(typed);
        strike(editor, KeyCode.ENTER);
        editor.await(id, () -> editor.document().selection().single().equals(Optional.of(id)));
    }

    @Test
    void byTheKeyboardAlone() throws Exception {
        try (LiveEditor editor = open()) {
            add(editor, "inp", "input");
            add(editor, "cbr", "conv_bn_act");
            add(editor, "cbr", "conv_bn_act2");
            add(editor, "cbr", "conv_bn_act3");
            add(editor, "cba", "cbam");
            add(editor, "add", "add");
            add(editor, "relu", "relu");
            add(editor, "outp", "output");
            // Back to the sum, and from there to the stem: the wire runs the way it can.
            strike(editor, KeyCode.ALT, KeyCode.LEFT);
            strike(editor, KeyCode.ALT, KeyCode.LEFT);
            strike(editor, KeyCode.CONTROL, KeyCode.E);
            for (int step = 0; step < 4; step++) {
                strike(editor, KeyCode.ALT, KeyCode.LEFT);
            }
            strike(editor, KeyCode.CONTROL, KeyCode.E);
            assertBuilt(editor);
            assertEquals(50, strokes);
        }
    }

    /** Turns the wheel over the list until a layer is in sight, and clicks it twice. */
    private void add(LiveEditor editor, String type) {
        Node item = editor.find("#palette-" + type, Node.class);
        Node list = editor.find(".palette-scroll", Node.class);
        if (!isSeen(item, list)) {
            actions++;
        }
        for (int turns = 0; turns < 60 && !isSeen(item, list); turns++) {
            editor.robot().moveTo(list);
            boolean below = LiveEditor.onWindowThread(
                    () -> middle(item).getY() > middle(list).getY());
            editor.robot().scroll(2, below ? VerticalDirection.DOWN : VerticalDirection.UP);
        }
        int before = editor.document().design().graph().nodes().size();
        actions++;
        editor.doubleClick(editor.middle(item));
        editor.await(type, () -> editor.document().design().graph().nodes().size() == before + 1);
    }

    private static Point2D middle(Node node) {
        var box = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(box.getCenterX(), box.getCenterY());
    }

    private static boolean isSeen(Node item, Node list) {
        return LiveEditor.onWindowThread(() ->
                list.localToScreen(list.getBoundsInLocal()).contains(item.localToScreen(item.getBoundsInLocal())));
    }

    @Test
    void byTheMouseAlone() throws Exception {
        try (LiveEditor editor = open()) {
            Stream.of("Input", "ConvBnAct", "ConvBnAct", "ConvBnAct", "CBAM", "Add", "ReLU", "Output")
                    .forEach(type -> add(editor, type));
            actions += 2;
            editor.click("#menu-view");
            editor.robot().clickOn("Show everything");
            editor.awaitDesign();
            actions++;
            editor.drag(editor.port("conv_bn_act", false, 0), editor.port("add", true, 1));
            assertBuilt(editor);
            assertEquals(17, actions);
        }
    }
}
