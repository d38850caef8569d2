package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.canvas.paint.TagColors;
import convas.editor.document.Selection;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Note;
import convas.graph.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Copying with what belongs to a node, and selecting by what is there. */
@ExtendWith(ApplicationExtension.class)
class CopyUiTest {
    private Hands hands;

    @Start
    void show(Stage stage) {
        hands = new Hands(stage, Samples.chain());
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    private Set<String> selected() {
        return hands.document().selection().nodes();
    }

    private void copyBoth() {
        hands.click(hands.middle("conv"));
        hands.click(hands.middle("relu"), KeyCode.SHIFT);
        hands.keys(KeyCode.CONTROL, KeyCode.C);
    }

    @Test
    void pastingWithTheIncomingWiresReadsWhatTheOriginalsRead() {
        copyBoth();
        hands.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);

        assertEquals(Set.of("conv2", "relu2"), selected());
        assertEquals(5, hands.edges().size());
        assertTrue(hands.edges().containsAll(List.of(Edge.of("image", "conv2"), Edge.of("conv2", "relu2"))));
        assertEquals(1, hands.steps());
        assertEquals(new Point(292, 32), hands.place("conv2"));
        // Three wires before, and two more.
        assertEquals(5, Hands.drawn(hands.view()).curves());
        assertTrue(Hands.ask(
                () -> hands.view().picture().edge(Edge.of("image", "conv2")).isPresent()));
    }

    @Test
    void pastingPlainlyLeavesTheIncomingWiresAway() {
        copyBoth();
        hands.keys(KeyCode.CONTROL, KeyCode.V);

        assertEquals(Set.of("conv2", "relu2"), selected());
        assertEquals(4, hands.edges().size());
        assertTrue(hands.edges().contains(Edge.of("conv2", "relu2")));
    }

    @Test
    void whatNobodyHasAnyMoreIsNotConnected() {
        copyBoth();
        hands.run(() -> hands.document().apply(hands.document().intents().delete(Selection.ofNode("image"))));
        hands.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);

        assertTrue(hands.edges().contains(Edge.of("conv2", "relu2")));
        assertTrue(hands.edges().stream().noneMatch(edge -> edge.to().node().equals("conv2")));
    }

    @Test
    void cutAndPasteTakeColoursBendsAndNotesAlong() {
        Note note = new Note("here", new Point(300, 120), new Point(100, 60), false, Optional.empty(), Map.of());
        Edge wire = Edge.of("conv", "relu");
        hands.run(() -> {
            hands.document().apply(hands.document().annotations().add(note));
            hands.document().apply(hands.document().annotations().bend(wire, List.of(new Point(480, 100))));
            hands.document().select(new Selection(Set.of("conv", "relu"), Set.of(), Set.of(note)));
            hands.document()
                    .apply(hands.document().annotations().color(hands.document().selection(), Optional.of("green")));
        });
        Design before = hands.design();
        hands.keys(KeyCode.CONTROL, KeyCode.X);
        assertEquals(List.of(), hands.design().layout().notes());
        assertEquals(0, hands.design().layout().bends().size());
        hands.keys(KeyCode.CONTROL, KeyCode.V);

        assertEquals(Optional.of("green"), hands.design().layout().color("conv"));
        Point off = hands.place("conv").plus(-260, 0);
        assertEquals(
                List.of(new Point(480 + off.x(), 100 + off.y())),
                hands.design().layout().bends(wire));
        assertEquals(
                note.position().plus(off.x(), off.y()),
                hands.design().layout().notes().get(0).position());
        hands.run(() -> hands.document().select(Selection.NONE));
        hands.assertDrawn(340 + off.x(), 3 + off.y(), TagColors.of("green", false));
        hands.run(hands.document()::undo);
        hands.run(hands.document()::undo);
        assertEquals(before, hands.design());
    }

    @Test
    void nodesAreSelectedByTypeByWiresByFrameAndTheOtherWayRound() {
        hands.run(() -> hands.document().apply(hands.document().intents().add("ReLU", new Point(260, 240))));
        assertEquals(Set.of("relu2"), selected());
        hands.run(() -> hands.view().arranger().selectType());
        assertEquals(Set.of("relu", "relu2"), selected());
        hands.assertDrawn(300, 240, Hands.THEME.accent());
        hands.assertDrawn(560, 0, Hands.THEME.accent());

        hands.run(() -> hands.view().arranger().selectOthers());
        assertEquals(Set.of("image", "conv", "scores"), selected());
        assertFalse(hands.isDrawn(560, 0, Hands.THEME.accent()));

        hands.run(() -> hands.document().select(Selection.ofNode("relu")));
        hands.run(() -> hands.view().arranger().selectConnected());
        assertEquals(Set.of("image", "conv", "relu", "scores"), selected());

        hands.run(() -> hands.document().select(Selection.ofNodes(List.of("conv", "relu"))));
        hands.run(() -> hands.view().selected().frame());
        hands.keys(KeyCode.ENTER);
        hands.run(() -> hands.view().arranger().selectFramed());
        assertEquals(Set.of("conv", "relu"), selected());
        hands.keys(KeyCode.ESCAPE);
        assertTrue(hands.document().selection().isEmpty());
    }
}
