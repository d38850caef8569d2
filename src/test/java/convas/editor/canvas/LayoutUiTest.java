package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import convas.graph.Flow;
import convas.graph.Point;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Laying out the sheet or a part of it, still and in motion. */
@ExtendWith(ApplicationExtension.class)
class LayoutUiTest {
    private Hands hands;

    @Start
    void show(Stage stage) {
        hands = new Hands(stage, Samples.chain());
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    private static double high(Point place) {
        return place.y();
    }

    private double shown(String id) {
        return Hands.ask(
                () -> hands.view().picture().node(id).orElseThrow().bounds().minX());
    }

    @Test
    void fromTopToBottomWiresLeaveBelowAndArriveAbove() {
        hands.run(() -> hands.view().tidier().flow(Flow.DOWN));
        Hands.await(() -> hands.steps() == 1);

        assertEquals(Flow.DOWN, hands.design().view().flow());
        List<String> ids = List.of("image", "conv", "relu", "scores");
        for (int index = 1; index < ids.size(); index++) {
            assertTrue(high(hands.place(ids.get(index))) >= high(hands.place(ids.get(index - 1))) + 66);
        }
        // A card is 176 wide and 66 high: the wire starts in the middle of its lower edge.
        Point conv = hands.place("conv");
        hands.assertDrawn(conv.x() + 88, conv.y() + 66 + 12, Hands.THEME.edge());
        assertFalse(hands.isDrawn(conv.x() + 176 + 12, conv.y() + 33, Hands.THEME.edge()));

        hands.run(hands.document()::undo);
        assertEquals(Flow.RIGHT, hands.design().view().flow());
        assertEquals(new Point(260, 0), hands.place("conv"));
        hands.assertDrawn(260 + 176 + 12, 33, Hands.THEME.edge());
    }

    @Test
    void onlyWhatIsSelectedMovesAndStaysWhereItWas() {
        hands.run(() -> hands.document()
                .apply(hands.document()
                        .intents()
                        .place(Map.of("conv", new Point(600, 300), "relu", new Point(300, 400)))));
        hands.run(() -> hands.document().select(Selection.ofNodes(List.of("conv", "relu"))));
        hands.run(() -> hands.view().tidier().tidySelection());
        Hands.await(() -> hands.steps() == 2);

        Point conv = hands.place("conv");
        Point relu = hands.place("relu");
        assertTrue(relu.x() >= conv.x() + 176, conv + " " + relu);
        // Around the middle of where they were: 538 across, 383 down.
        assertEquals(538, (conv.x() + relu.x() + 176) / 2, 1);
        assertEquals(383, (conv.y() + relu.y() + 66) / 2, 1);
        assertEquals(new Point(0, 0), hands.place("image"));
        assertEquals(new Point(780, 0), hands.place("scores"));
    }

    @Test
    void cardsGlideWhereThatIsWantedAndArriveAtOnceWhenAKeyIsPressed() {
        hands.run(() -> hands.document().apply(hands.document().intents().place(Map.of("image", new Point(900, 700)))));
        hands.run(() -> hands.view().tidier().setMotion(() -> true));
        AtomicReference<Double> seen = new AtomicReference<>();
        AnimationTimer watch = new AnimationTimer() {
            @Override
            public void handle(long now) {
                double x = hands.view()
                        .picture()
                        .node("image")
                        .orElseThrow()
                        .bounds()
                        .minX();
                double end = hands.design().layout().of("image").orElseThrow().x();
                if (hands.steps() == 2 && x > end && x < 900) {
                    seen.set(x);
                }
            }
        };
        hands.run(() -> {
            watch.start();
            hands.view().tidier().tidy();
        });
        Hands.await(() -> seen.get() != null);
        hands.keys(KeyCode.SHIFT);
        assertEquals(hands.place("image").x(), shown("image"));
        Hands.ask(() -> {
            watch.stop();
            return null;
        });
        assertEquals(2, hands.steps());
        hands.run(hands.document()::undo);
        assertEquals(900, shown("image"));
    }
}
