package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.graph.View;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Putting a node into a wire of a sheet whose tensors run from top to bottom. */
@ExtendWith(ApplicationExtension.class)
class InsertDownUiTest {
    private static final Map<String, Point> PLACES = Map.of(
            "image", new Point(300, 0),
            "relu", new Point(300, 150),
            "scores", new Point(300, 300),
            "loose", new Point(0, 300),
            "beside", new Point(600, 300));

    private Hands hands;

    @Start
    void show(Stage stage) {
        List<Node> nodes = List.of(
                new Node("image", "Input", Map.of("shape", Value.of(Value.of(4), Value.of(8), Value.of(8)))),
                new Node("relu", "ReLU", Map.of()),
                new Node("scores", "Output", Map.of()),
                new Node("loose", "Tanh", Map.of()),
                new Node("beside", "Tanh", Map.of()));
        Sheet sheet = new Sheet(
                new Graph(nodes, List.of(Edge.of("image", "relu"), Edge.of("relu", "scores"))), new Layout(PLACES));
        hands = new Hands(stage, Design.empty("down").withSheet(sheet).withView(View.PLAIN.withFlow(Flow.DOWN)));
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    @Test
    void whatFollowsMovesDownAndNothingToTheRight() {
        // Half way between the lower edge of the one card and the upper of the other.
        Point2D wire = hands.at(300 + 88, (66 + 150) / 2.0);
        hands.run(() -> hands.view().setSnapping(false));
        hands.drag(hands.middle("loose"), wire);

        assertEquals(1, hands.steps());
        assertTrue(hands.design().graph().edges().contains(Edge.of("image", "loose")));
        assertTrue(hands.design().graph().edges().contains(Edge.of("loose", "relu")));
        double top = hands.place("loose").y();
        assertEquals(300, hands.place("relu").x());
        assertEquals(300, hands.place("scores").x());
        // A card is 66 high and 40 are left to the next.
        assertEquals(top + 106, hands.place("relu").y(), 1);
        assertEquals(hands.place("relu").y() + 150, hands.place("scores").y());
        assertEquals(PLACES.get("image"), hands.place("image"));
        assertEquals(PLACES.get("beside"), hands.place("beside"));

        hands.run(hands.document()::undo);
        assertEquals(PLACES, hands.design().layout().positions());
    }
}
