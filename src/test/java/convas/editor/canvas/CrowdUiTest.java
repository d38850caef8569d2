package convas.editor.canvas;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Thousands of small cards while somebody pans: each where it belongs, whether drawn now or a moment ago. */
@ExtendWith(ApplicationExtension.class)
class CrowdUiTest {
    private Hands hands;

    @Start
    void show(Stage stage) {
        hands = new Hands(stage, Samples.large(4_000));
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    private void assertAt(String id) {
        NodeShape card = Hands.ask(() -> hands.view().picture().node(id).orElseThrow());
        Bounds place = card.bounds();
        Color color = Hands.THEME.categories().of(card.category());
        hands.assertDrawn(place.centerX(), place.centerY(), color);
        // Between two cards of a row there is none: 84 pixels of the sheet, 12 of the screen.
        hands.assertDrawn(place.maxX() + 42, place.minY() - 32, Hands.THEME.background());
    }

    @Test
    void cardsAreWhereTheyBelongAfterEveryStepOfAPan() {
        hands.run(() -> hands.view().zoomTo(0.15));
        for (int step = 0; step < 6; step++) {
            int far = step;
            // The second step leaves what the first drew, the fifth what the second drew.
            hands.run(() -> hands.view().centerOn(4_000 + far * 500.5, 1_500 + far * 40.25));
            assertAt("n" + (45 * 12 + 15 + 2 * step));
        }
    }
}
