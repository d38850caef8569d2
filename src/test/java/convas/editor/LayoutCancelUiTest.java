package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import convas.editor.canvas.layout.AutoLayout;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layout that takes long, and somebody who does not want it any more. */
final class LayoutCancelUiTest {
    private static final int NODES = 6_000;

    @TempDir
    private Path home;

    /** A chain with shortcuts, which takes seconds to lay out; its cards stand in rows. */
    private static Design large() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, Point> places = new LinkedHashMap<>();
        nodes.add(new Node("n0", "Input", Map.of("shape", Value.of(Value.of(4), Value.of(8), Value.of(8)))));
        for (int number = 1; number < NODES; number++) {
            boolean joins = number % 3 == 0;
            nodes.add(new Node("n" + number, joins ? "Add" : "ReLU", Map.of()));
            edges.add(Edge.of("n" + (number - 1), "n" + number + (joins ? ":0" : "")));
            if (joins) {
                edges.add(Edge.of("n" + (number - 3), "n" + number + ":1"));
            }
        }
        for (int number = 0; number < NODES; number++) {
            places.put("n" + number, new Point(number % 60 * 260, number / 60 * 130));
        }
        return Design.empty("large").withSheet(new Sheet(new Graph(nodes, edges), new Layout(places)));
    }

    private static boolean isLayingOut() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getClassName().equals(AutoLayout.class.getName()));
    }

    @Test
    void escapeStopsItAndTheSheetIsAsItWas() throws Exception {
        Path file = home.resolve("large.json");
        new DesignFormat().save(large(), file);
        try (LiveEditor editor = LiveEditor.open(home, Optional.of(file), Map.of())) {
            editor.await("the machine to have learned layouts", () -> !isLayingOut());
            Design before = editor.document().design();
            editor.shortcut(KeyCode.CONTROL, KeyCode.L);
            editor.await("the layout", LayoutCancelUiTest::isLayingOut);
            editor.shortcut(KeyCode.ESCAPE);
            assertEquals("The layout was cancelled; nothing moved.", editor.text("#status-hint"));
            editor.await("its end", () -> !isLayingOut());
            assertEquals(before, editor.document().design());
            assertEquals(0, editor.document().history().depth());
            assertFalse(editor.document().isDirty());
            // Drawn where it stands, too.
            assertEquals(
                    5 * 260,
                    LiveEditor.onWindowThread(() -> editor.canvas()
                            .picture()
                            .node("n65")
                            .orElseThrow()
                            .bounds()
                            .minX()));
            // The keyboard is free for what comes next: Escape now means something else.
            editor.shortcut(KeyCode.CONTROL, KeyCode.A);
            editor.await(
                    "everything selected",
                    () -> editor.document().selection().nodes().size() == NODES);
            editor.shortcut(KeyCode.ESCAPE);
            editor.await(
                    "nothing selected",
                    () -> editor.document().selection().nodes().isEmpty());
        }
    }
}
