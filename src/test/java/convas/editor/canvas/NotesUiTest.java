package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.editor.canvas.paint.TagColors;
import convas.editor.document.Selection;
import convas.graph.Design;
import convas.graph.Note;
import convas.graph.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Frames, notes and colours, with mouse and keyboard. conv stands at 260, relu at 520, both 176 by 66 large. */
@ExtendWith(ApplicationExtension.class)
class NotesUiTest {
    private static final Color ACCENT = Hands.THEME.accent();
    private Hands hands;

    @Start
    void show(Stage stage) {
        hands = new Hands(stage, Samples.chain());
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    private Note note() {
        List<Note> notes = hands.design().layout().notes();
        assertEquals(1, notes.size());
        return notes.get(0);
    }

    private void frameBoth() {
        hands.click(hands.middle("conv"));
        hands.click(hands.middle("relu"), KeyCode.SHIFT);
        hands.run(() -> hands.view().selected().frame());
        hands.write("stem");
        hands.keys(KeyCode.ENTER);
    }

    @Test
    void aFrameStandsRoundTheSelectionAndItsTextIsWrittenInPlace() {
        Analysis before = hands.document().analysis().orElseThrow();
        frameBoth();

        // 24 pixels round the cards from 260 to 696 and 0 to 66, and a head of 28.
        assertEquals("stem", note().text());
        assertEquals(new Point(236, -52), note().position());
        assertEquals(new Point(484, 142), note().size());
        assertTrue(Hands.drawn(hands.view()).texts().contains("stem"));
        assertTrue(hands.view().isFocused());
        // It is selected, so its border is blue.
        hands.assertDrawn(236, 20, ACCENT);
        assertSame(before, hands.document().analysis().orElseThrow());

        hands.run(hands.document()::undo);
        hands.run(hands.document()::undo);
        assertEquals(List.of(), hands.design().layout().notes());
        assertFalse(hands.isDrawn(236, 20, ACCENT));
    }

    @Test
    void aFrameTakesAlongWhatStandsInItAndAltLeavesItThere() {
        frameBoth();
        Design before = hands.design();
        hands.dragTo(hands.at(400, -40), hands.at(437, 43), MouseButton.PRIMARY);
        hands.assertDrawn(272, 60, ACCENT);
        hands.let();

        // The frame's corner comes to rest on the grid: from 236 by 37 to 273, and 272; from -52 by 83 to 31, and 32.
        assertEquals(new Point(272, 32), note().position());
        assertEquals(new Point(260 + 36, 84), hands.place("conv"));
        assertEquals(new Point(520 + 36, 84), hands.place("relu"));
        assertEquals(new Point(780, 0), hands.place("scores"));
        assertEquals(Set.of(note()), hands.document().selection().notes());
        hands.run(hands.document()::undo);
        assertEquals(before, hands.design());

        hands.robot().press(KeyCode.ALT);
        hands.drag(hands.at(400, -40), hands.at(437, 43));
        hands.robot().release(KeyCode.ALT);
        assertEquals(new Point(273, 31), note().position());
        assertEquals(new Point(260, 0), hands.place("conv"));
    }

    @Test
    void theCornerChangesTheSizeAndTheInsideCanBeReached() {
        frameBoth();
        hands.drag(hands.at(236 + 484 - 5, -52 + 142 - 5), hands.at(236 + 484 - 5 + 64, -52 + 142 - 5 + 100));
        // The corner, at 720 and 90 before, comes to rest on the grid.
        assertEquals(new Point(784 - 236, 192 + 52), note().size());
        hands.assertDrawn(783, 150, ACCENT);

        // A rectangle drawn inside the frame selects what it touches there.
        hands.drag(hands.at(245, -15), hands.at(300, 80));
        assertEquals(Set.of("conv"), hands.document().selection().nodes());
        assertEquals(Set.of(), hands.document().selection().notes());
    }

    @Test
    void aFrameGoesRoundItsNodesWhereTheLayoutPutsThem() {
        frameBoth();
        hands.run(() -> hands.document()
                .apply(hands.document()
                        .intents()
                        .place(Map.of("conv", new Point(300, -10), "scores", new Point(0, 300)))));
        int steps = hands.steps();
        hands.run(() -> hands.view().tidier().tidy());
        Hands.await(() -> hands.steps() == steps + 1);

        Point conv = hands.place("conv");
        Point relu = hands.place("relu");
        // 24 pixels round two cards of 176 by 66, and a head of 28.
        assertEquals(new Point(conv.x() - 24, Math.min(conv.y(), relu.y()) - 52), note().position());
        assertEquals(relu.x() + 176 + 24, note().position().x() + note().size().x());
        hands.run(hands.document()::undo);
        assertEquals(new Point(236, -52), note().position());
    }

    @Test
    void aNoteIsWrittenAgainByDoubleClickAndEscapeGivesUp() {
        hands.run(() -> hands.view().selected().note());
        hands.write("Why so few");
        hands.keys(KeyCode.CONTROL, KeyCode.ENTER);
        // The view's middle is at 480, 120.
        assertEquals(new Point(380, 80), note().position());

        hands.doubleClick(hands.at(420, 140));
        hands.write("nothing");
        hands.keys(KeyCode.ESCAPE);
        assertEquals("Why so few", note().text());

        hands.doubleClick(hands.at(420, 140));
        hands.write("m no shortcut here");
        hands.click(hands.at(420, 300));
        assertEquals("m no shortcut here", note().text());
        assertTrue(Hands.drawn(hands.view()).texts().stream().anyMatch(text -> text.startsWith("m no shortcut")));
        assertFalse(hands.graph().nodes().stream().anyMatch(node -> node.muted()));
    }

    @Test
    void aSelectedNoteIsDeletedAndMovedByKeys() {
        hands.run(() -> hands.view().selected().note());
        hands.keys(KeyCode.ESCAPE);
        hands.click(hands.at(420, 140));
        assertEquals(Set.of(note()), hands.document().selection().notes());
        hands.keys(KeyCode.RIGHT);
        hands.keys(KeyCode.RIGHT);
        hands.keys(KeyCode.DOWN);
        assertEquals(new Point(396, 88), note().position());
        assertEquals(2, hands.steps());
        hands.keys(KeyCode.DELETE);
        assertEquals(List.of(), hands.design().layout().notes());
        hands.run(hands.document()::undo);
        assertEquals(1, hands.design().layout().notes().size());
    }

    @Test
    void aColourTagIsSeenNearAndFarAndAnalysesNothing() {
        Color red = TagColors.of("red", false);
        Analysis before = hands.document().analysis().orElseThrow();
        hands.click(hands.middle("conv"));
        hands.run(() -> hands.view().selected().color(Optional.of("red")));

        assertEquals(Optional.of("red"), hands.design().layout().color("conv"));
        assertSame(before, hands.document().analysis().orElseThrow());
        hands.assertDrawn(340, 3, red);
        assertFalse(hands.isDrawn(600, 3, red));

        hands.run(() -> hands.view().selected().color(Optional.empty()));
        assertEquals(Optional.empty(), hands.design().layout().color("conv"));
        assertFalse(hands.isDrawn(340, 3, red));
    }

    @Test
    void aColouredFrameHasThatColour() {
        frameBoth();
        hands.run(() -> hands.view().selected().color(Optional.of("green")));
        hands.run(() -> hands.document().select(Selection.NONE));

        assertEquals(Optional.of("green"), note().color());
        hands.assertDrawn(236, 20, TagColors.of("green", false));
    }
}
