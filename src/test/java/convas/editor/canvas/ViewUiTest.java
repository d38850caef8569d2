package convas.editor.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Moving the view; the cards are looked for where they must be drawn then. */
@ExtendWith(ApplicationExtension.class)
class ViewUiTest {
    private Hands hands;

    @Start
    void show(Stage stage) {
        hands = new Hands(stage, Samples.chain());
    }

    @AfterEach
    void stop() {
        hands.close();
    }

    private double zoom() {
        return Hands.ask(() -> hands.view().zoomProperty().get());
    }

    @Test
    void theWheelMovesTheSheetUpAndDown() {
        Point2D before = hands.middle("conv");
        hands.robot().moveTo(before);
        hands.robot().scroll(2, VerticalDirection.UP);
        Hands.await(() -> hands.view().screenOf(348, 33).getY() > before.getY() + 10);
        assertEquals(before.getX(), hands.middle("conv").getX(), 1);
        assertEquals(1, zoom());
        hands.assertDrawn(300, 0, Hands.THEME.cardLine());
    }

    @Test
    void twoFingersOfATouchpadPanAndAPinchZoomsAboutThePointer() {
        Point2D before = hands.middle("conv");
        hands.run(() -> hands.view().fireEvent(scroll(-40, 25)));
        assertEquals(before.getX() - 40, hands.middle("conv").getX(), 1);
        assertEquals(before.getY() + 25, hands.middle("conv").getY(), 1);

        Point2D pinched = hands.view().screenToLocal(hands.middle("conv"));
        hands.run(() -> hands.view()
                .fireEvent(new ZoomEvent(
                        ZoomEvent.ZOOM,
                        pinched.getX(),
                        pinched.getY(),
                        0,
                        0,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        1.5,
                        1.5,
                        null)));
        assertEquals(1.5, zoom());
        assertEquals(
                pinched.getX(), hands.view().screenToLocal(hands.middle("conv")).getX(), 1);
        assertEquals(
                pinched.getY(), hands.view().screenToLocal(hands.middle("conv")).getY(), 1);
    }

    private ScrollEvent scroll(double dx, double dy) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                400,
                300,
                0,
                0,
                false,
                false,
                false,
                false,
                true,
                false,
                dx,
                dy,
                dx,
                dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                2,
                null);
    }

    @Test
    void keysShowEverythingAndActualSize() {
        hands.run(() -> hands.view().zoomTo(3));
        hands.keys(KeyCode.F);
        assertTrue(Hands.ask(
                () -> hands.view().visible().contains(hands.view().picture().bounds())));
        hands.run(() -> hands.view().zoomTo(0.4));
        hands.keys(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(1, zoom());
    }
}
