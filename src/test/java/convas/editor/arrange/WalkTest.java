package convas.editor.arrange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.editor.arrange.Walk.Way;
import convas.editor.canvas.picture.Bounds;
import convas.graph.Edge;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** a and b stand side by side, c below b; wires lead from a to c and from b to c. */
class WalkTest {
    private static final Graph GRAPH = new Graph(
            List.of(new Node("a", "Input", Map.of()), new Node("b", "ReLU", Map.of()), new Node("c", "Add", Map.of())),
            List.of(Edge.of("a", "c"), Edge.of("b", "c:1")));

    private static final Map<String, Bounds> CARDS = Map.of(
            "a", Bounds.at(0, 0, 100, 50),
            "b", Bounds.at(200, 0, 100, 50),
            "c", Bounds.at(420, 200, 100, 50));

    private static Optional<String> next(Flow flow, String from, Way way) {
        return new Walk(GRAPH, flow, CARDS).next(from, way);
    }

    @Test
    void alongTheFlowAWireLeadsOnPastNearerCards() {
        assertEquals(Optional.of("c"), next(Flow.RIGHT, "a", Way.RIGHT));
        assertEquals(Optional.of("b"), next(Flow.RIGHT, "c", Way.LEFT));
    }

    @Test
    void acrossTheFlowAndWithoutAWireTheNearestCardIsNext() {
        assertEquals(Optional.of("a"), next(Flow.RIGHT, "b", Way.LEFT));
        assertEquals(Optional.of("c"), next(Flow.RIGHT, "b", Way.DOWN));
        assertEquals(Optional.empty(), next(Flow.RIGHT, "a", Way.UP));
    }

    @Test
    void whereTensorsRunDownWiresLeadDown() {
        assertEquals(Optional.of("c"), next(Flow.DOWN, "a", Way.DOWN));
        assertEquals(Optional.of("b"), next(Flow.DOWN, "a", Way.RIGHT));
        assertEquals(Optional.of("b"), next(Flow.DOWN, "c", Way.UP));
    }
}
