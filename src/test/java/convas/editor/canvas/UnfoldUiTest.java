package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.document.Selection;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Looking into modules without leaving the sheet. */
@ExtendWith(ApplicationExtension.class)
class UnfoldUiTest {
    private static final Map<String, Point> PLACES = Map.of(
            "image",
            new Point(0, 0),
            "ghost",
            new Point(260, 0),
            "block",
            new Point(520, 0),
            "scores",
            new Point(780, 0),
            "aside",
            new Point(0, 200));

    private Hands hands;

    @Start
    void show(Stage stage) {
        List<Node> nodes = List.of(
                new Node("image", "Input", Map.of("shape", Value.of(Value.of(4), Value.of(8), Value.of(8)))),
                new Node("ghost", "GhostModule", Map.of("out_channels", Value.of(8))),
                new Node(
                        "block",
                        "GhostBottleneck",
                        Map.of("hidden_channels", Value.of(16), "out_channels", Value.of(8))),
                new Node("scores", "Output", Map.of()),
                new Node("aside", "ReLU", Map.of()));
        List<Edge> edges = List.of(Edge.of("image", "ghost"), Edge.of("ghost", "block"), Edge.of("block", "scores"));
        Sheet sheet = new Sheet(new Graph(nodes, edges), new Layout(PLACES));
        hands = new Hands(stage, Design.empty("nested").withSheet(sheet));
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    private NodeShape card(String id) {
        return Hands.ask(() -> hands.view().picture().node(id).orElseThrow());
    }

    private NodeShape inner(String path) {
        return Hands.ask(() -> hands.view().picture().inner(path).orElseThrow());
    }

    /** Clicks the small box at a module's card. */
    private void fold(NodeShape module) {
        Bounds box = module.fold();
        hands.click(hands.at(box.centerX(), box.centerY()));
    }

    private void unfolded(String id) {
        Hands.await(() -> hands.view().picture().node(id).orElseThrow().expanded());
    }

    @Test
    void aClickOnAWireInABodySelectsItAndNothingThatAnEditIsAbout() {
        fold(card("ghost"));
        unfolded("ghost");
        EdgeShape wire = Hands.ask(() -> hands.view().picture().inside("ghost").orElseThrow().wires().stream()
                .filter(each -> each.edge().from().node().contains("/")
                        && each.edge().to().node().contains("/"))
                .findFirst()
                .orElseThrow());

        hands.click(hands.at(wire.xAt(0.5), wire.yAt(0.5)));

        assertEquals(
                Selection.ofInnerWire(wire.edge()),
                Hands.ask(() -> hands.document().selection()));
        hands.keys(KeyCode.DELETE);
        assertEquals(3, hands.document().design().graph().edges().size());
    }

    @Test
    void aClickShowsTheBodyAndNeighboursMakeRoomAndTheNextTakesItBack() {
        Analysis known = hands.document().analysis().orElseThrow();
        fold(card("ghost"));
        unfolded("ghost");

        assertEquals(Set.of("ghost"), hands.design().view().expanded());
        assertEquals(1, hands.steps());
        assertSame(known, hands.document().analysis().orElseThrow());
        NodeShape frame = card("ghost");
        assertEquals(260, frame.bounds().minX());
        assertTrue(hands.place("block").x() >= frame.bounds().maxX() + 84, "the gap stays as wide as it was");
        assertEquals(new Point(0, 0), hands.place("image"));
        assertTrue(hands.place("aside").y() >= frame.bounds().maxY());
        // The ghost module's first step is a convolution; its card is drawn within the frame.
        NodeShape conv = inner("ghost/primary_conv");
        assertTrue(frame.bounds().contains(conv.bounds()));
        hands.run(() ->
                hands.view().centerOn(conv.bounds().centerX(), conv.bounds().centerY()));
        hands.assertDrawn(
                conv.bounds().minX() + 2,
                conv.bounds().minY() + 16,
                Hands.THEME.categories().of(conv.category()));

        fold(frame);
        Hands.await(() -> !hands.view().picture().node("ghost").orElseThrow().expanded());
        assertEquals(PLACES, hands.design().layout().positions());
        assertTrue(hands.design().view().expanded().isEmpty());
        hands.run(hands.document()::undo);
        assertTrue(card("ghost").expanded());
        hands.run(hands.document()::undo);
        assertEquals(PLACES, hands.design().layout().positions());
    }

    @Test
    void whatIsInsideIsSelectedAndOpenedByItsPath() {
        hands.click(hands.middle("block"));
        hands.keys(KeyCode.E);
        unfolded("block");
        NodeShape ghost = inner("block/expand");
        hands.run(() ->
                hands.view().centerOn(ghost.bounds().centerX(), ghost.bounds().centerY()));
        Point2D middle = hands.at(ghost.bounds().centerX(), ghost.bounds().centerY());
        hands.click(middle);
        assertEquals(Selection.ofInner("block/expand"), hands.document().selection());
        assertEquals(
                "block/expand", inner("block/expand").report().orElseThrow().path());
        hands.assertDrawn(ghost.bounds().minX() + 40, ghost.bounds().minY() + 1, Hands.THEME.accent());

        // Nothing that is meant for this sheet is done to it.
        hands.keys(KeyCode.DELETE);
        hands.keys(KeyCode.M);
        assertEquals(1, hands.steps());

        hands.keys(KeyCode.E);
        Hands.await(
                () -> hands.view().picture().inner("block/expand/primary_conv").isPresent());
        assertEquals(Set.of("block", "block/expand"), hands.design().view().expanded());
        NodeShape deep = inner("block/expand/primary_conv");
        assertTrue(inner("block/expand").bounds().contains(deep.bounds()));
        assertTrue(card("block").bounds().contains(inner("block/expand").bounds()));
        assertTrue(hands.place("scores").x() >= card("block").bounds().maxX() + 84);

        hands.run(() ->
                hands.view().centerOn(deep.bounds().centerX(), deep.bounds().centerY()));
        hands.doubleClick(hands.at(deep.bounds().centerX(), deep.bounds().centerY()));
        assertEquals("block/expand/", hands.document().sheet().place().prefix());
        assertEquals(Optional.of("primary_conv"), hands.document().selection().single());
        assertFalse(hands.document().sheet().isEditable());
    }

    @Test
    void aFrameIsDraggedWithWhatIsInIt() {
        hands.click(hands.middle("ghost"));
        hands.keys(KeyCode.E);
        unfolded("ghost");
        Bounds before = inner("ghost/primary_conv").bounds();
        Bounds frame = card("ghost").bounds();
        hands.run(() -> hands.view().setSnapping(false));
        hands.run(() -> hands.view().centerOn(frame.centerX(), frame.centerY()));
        Point2D header = hands.at(frame.minX() + 60, frame.minY() + 14);
        hands.drag(header, header.add(0, 60));

        assertEquals(new Point(260, 60), hands.place("ghost"));
        assertEquals(before.moved(0, 60), inner("ghost/primary_conv").bounds());
    }
}
