package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Edge;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is to be seen while a wire is drawn: where it fits, where it does not and why. conv gives 4 channels. */
@ExtendWith(ApplicationExtension.class)
class ConnectUiTest {
    private Hands hands;
    private String hint = "";

    @Start
    void show(Stage stage) {
        hands = new Hands(stage, Samples.chain());
        hands.view().setOnHint(said -> hint = said);
    }

    @BeforeEach
    void addOneWithThreeGroups() {
        hands.run(() -> {
            hands.document().apply(hands.document().intents().add("Conv2d", new Point(520, 240)));
            hands.document()
                    .apply(hands.document().intents().setParam(Set.of("conv2d"), "groups", Optional.of(Value.of(3))));
            hands.document()
                    .apply(hands.document()
                            .intents()
                            .setParam(Set.of("conv2d"), "out_channels", Optional.of(Value.of(3))));
        });
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    @Test
    void portsThatFitAreFilledThoseThatDoNotAreRingsAndImpossibleOnesPale() {
        hands.dragTo(hands.port("conv", false, 0), hands.at(470, 160), MouseButton.PRIMARY);

        // Inside the larger disc of a port that fits.
        hands.assertDrawn(520, 33, Hands.THEME.accent());
        assertTrue(hands.isDrawn(514, 273, Hands.THEME.warning()));
        assertFalse(hands.isDrawn(520, 273, Hands.THEME.accent()));
        // conv cannot read itself.
        assertFalse(hands.isDrawn(260, 33, Hands.THEME.accent()));
        hands.let();
    }

    @Test
    void aTensorThatDoesNotFitIsSaidBeforeTheWireIsLetGoAndMayBeConnectedAllTheSame() {
        hands.dragTo(hands.port("conv", false, 0), hands.port("conv2d", true, 0), MouseButton.PRIMARY);

        assertTrue(hint.contains("4") && hint.contains("3"), hint);
        assertTrue(hint.toLowerCase(Locale.ROOT).contains("group") || hint.contains("divis"), hint);
        hands.assertDrawn(520, 273 - 6, Hands.THEME.warning());
        hands.let();
        assertTrue(hands.edges().contains(Edge.of("conv", "conv2d")));
        assertTrue(hands.document().analysis().orElseThrow().hasErrors());
        assertEquals("", hint);
    }

    @Test
    void fromAnInputTheOutputsLightUp() {
        hands.dragTo(hands.port("conv2d", true, 0), hands.at(470, 200), MouseButton.PRIMARY);

        // image has one channel, which three groups cannot share; conv four.
        assertTrue(hands.isDrawn(176 - 6, 33, Hands.THEME.warning()));
        assertTrue(hands.isDrawn(436 + 6, 33, Hands.THEME.warning()));
        hands.let();
        Node node = hands.graph().node("conv2d").orElseThrow();
        assertEquals(
                Map.of("groups", Value.of(3), "out_channels", Value.of(3), "kernel_size", Value.of(3)), node.params());
    }
}
