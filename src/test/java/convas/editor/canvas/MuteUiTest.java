package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Node;
import convas.graph.json.DesignFormat;
import convas.operator.TensorShape;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Leaving nodes out for a while, by mouse and key. */
@ExtendWith(ApplicationExtension.class)
class MuteUiTest {
    private Hands hands;

    @Start
    void show(Stage stage) {
        hands = new Hands(stage, Samples.chain());
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    private boolean muted(String id) {
        return hands.graph().node(id).orElseThrow().muted();
    }

    private Optional<TensorShape> input(String id) {
        return hands.document()
                .analysis()
                .orElseThrow()
                .node(id)
                .orElseThrow()
                .inputs()
                .get(0);
    }

    @Test
    void theKeyMutesTheSelectedNodeAndTheWireRunsThroughIt() {
        assertFalse(hands.isDrawn(300, 33, Hands.THEME.edge()));
        hands.click(hands.middle("conv"));
        hands.keys(KeyCode.M);

        assertTrue(muted("conv"));
        assertEquals(Optional.of(TensorShape.of(1, 8, 8)), input("relu"));
        // The card stands from 260 to 436, its ports 33 pixels below its upper edge.
        hands.assertDrawn(300, 33, Hands.THEME.edge());
        hands.assertDrawn(400, 12, Hands.THEME.background());
        assertEquals(1, hands.steps());

        hands.keys(KeyCode.M);
        assertFalse(muted("conv"));
        assertEquals(Optional.of(TensorShape.of(4, 6, 6)), input("relu"));
        assertFalse(hands.isDrawn(300, 33, Hands.THEME.edge()));

        hands.run(hands.document()::undo);
        assertTrue(muted("conv"));
    }

    @Test
    void severalAreMutedTogetherAndRestoredOnlyWhereAllAreMuted() {
        hands.click(hands.middle("conv"));
        hands.keys(KeyCode.M);
        hands.click(hands.middle("relu"), KeyCode.SHIFT);
        hands.keys(KeyCode.M);
        assertTrue(muted("conv") && muted("relu"));
        assertEquals(Optional.of(TensorShape.of(1, 8, 8)), input("scores"));
        hands.keys(KeyCode.M);
        assertEquals(0, hands.graph().nodes().stream().filter(Node::muted).count());
    }

    @Test
    void theFileKeepsIt() {
        hands.click(hands.middle("conv"));
        hands.keys(KeyCode.M);

        byte[] file = new DesignFormat().write(hands.design());
        assertTrue(new String(file, StandardCharsets.UTF_8).contains("\"muted\": true"));
        assertEquals(hands.design(), new DesignFormat().read(file).value().orElseThrow());
    }

    @Test
    void whatCannotBePassedByIsMarked() {
        hands.run(() -> hands.document().apply(hands.document().intents().mute(Set.of("image"))));
        // Nothing comes into an Input, so its reader has nothing: red is the reader's line, amber the Input's mark.
        hands.assertDrawn(435, 20, Hands.THEME.error());
        hands.assertDrawn(176 - 18, 0, Hands.THEME.warning());
    }
}
