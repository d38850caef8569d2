package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.editor.document.Selection;
import convas.graph.Edge;
import convas.graph.Point;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Points that a wire runs through. The wire from conv to relu runs level at y 33, from x 436 to 520. */
@ExtendWith(ApplicationExtension.class)
class BendUiTest {
    private static final Edge WIRE = Edge.of("conv", "relu");
    private static final Color LINE = Hands.THEME.edge();
    private Hands hands;

    @Start
    void show(Stage stage) {
        hands = new Hands(stage, Samples.chain());
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    private List<Point> points() {
        return hands.design().layout().bends(WIRE);
    }

    private static void assertNear(double x, double y, Point point) {
        assertEquals(x, point.x(), 1.5);
        assertEquals(y, point.y(), 1.5);
    }

    private void bendDown() {
        hands.robot().press(KeyCode.ALT);
        hands.drag(hands.at(478, 33), hands.at(480, 160));
        hands.robot().release(KeyCode.ALT);
    }

    @Test
    void altAndDragAddsAPointAndTheWireRunsThroughIt() {
        Analysis before = hands.document().analysis().orElseThrow();
        hands.robot().press(KeyCode.ALT);
        hands.dragTo(hands.at(478, 33), hands.at(480, 160), MouseButton.PRIMARY);
        hands.assertDrawn(480, 160, Hands.THEME.accent());
        hands.let();
        hands.robot().release(KeyCode.ALT);

        assertNear(480, 160, points().get(0));
        hands.run(() -> hands.document().select(Selection.NONE));
        hands.assertDrawn(480, 160, LINE);
        // Half of the way down, and where it was level before.
        hands.assertDrawn(458, 96, LINE);
        assertFalse(hands.isDrawn(510, 33, LINE));
        assertEquals(1, hands.steps());
        assertSame(before, hands.document().analysis().orElseThrow());

        hands.run(hands.document()::undo);
        assertEquals(List.of(), points());
        hands.run(() -> hands.document().select(Selection.NONE));
        hands.assertDrawn(510, 33, LINE);
    }

    @Test
    void aPointIsDraggedAlongAndTakenAwayByDoubleClick() {
        bendDown();
        hands.drag(hands.at(480, 160), hands.at(441, 203));
        // To the grid of 8 pixels.
        assertEquals(List.of(new Point(440, 200)), points());
        hands.run(() -> hands.document().select(Selection.NONE));
        hands.assertDrawn(440, 200, LINE);

        hands.doubleClick(hands.at(440, 200));
        assertEquals(List.of(), points());
        assertFalse(hands.isDrawn(440, 200, LINE));
    }

    @Test
    void aDoubleClickOnAWireAddsAPointInThePartThatIsMeant() {
        bendDown();
        // The part from the point back up to relu.
        hands.doubleClick(hands.at(500, 96));
        assertEquals(2, points().size());
        assertNear(480, 160, points().get(0));
        assertNear(500, 96, points().get(1));
    }

    @Test
    void aNodeThatMovesLeavesThePointAndBothEndsTakeItAlong() {
        bendDown();
        hands.drag(hands.middle("relu"), hands.middle("relu").add(80, 80));
        Point point = points().get(0);
        assertNear(480, 160, point);

        hands.run(() -> hands.document().select(Selection.ofNodes(List.of("conv", "relu"))));
        Point before = hands.place("conv");
        hands.drag(hands.middle("conv"), hands.middle("conv").add(0, 161));
        double dx = hands.place("conv").x() - before.x();
        double dy = hands.place("conv").y() - before.y();
        assertEquals(List.of(point.plus(dx, dy)), points());
    }

    @Test
    void theKeyboardBendsAndStraightensASelectedWire() {
        hands.run(() -> hands.document().select(Selection.ofEdge(WIRE)));
        hands.run(() -> hands.view().selected().bend());
        hands.keys(KeyCode.DOWN);
        hands.keys(KeyCode.DOWN);
        // Half way between 436 and 520, and two steps of 8 down.
        assertEquals(List.of(new Point(478, 49)), points());
        assertEquals(2, hands.steps());
        hands.run(() -> hands.view().selected().straighten());
        assertEquals(List.of(), points());
    }

    @Test
    void aWireThatIsReplacedRunsStraightAgain() {
        bendDown();
        hands.run(() -> hands.document().select(Selection.ofNode("conv")));
        hands.keys(KeyCode.DELETE);
        assertTrue(hands.edges().contains(Edge.of("image", "relu")));
        assertEquals(0, hands.design().layout().bends().size());
    }
}
