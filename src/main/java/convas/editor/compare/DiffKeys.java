package convas.editor.compare;

import convas.editor.compare.DiffCanvas.Motion;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;

/** The keyboard on one of the two canvases: arrows pan, + and - zoom, Home fits, Enter goes in, Backspace out. */
final class DiffKeys {
    private static final double PAN = 60;
    private static final double ZOOM = 1.25;

    private final DiffCanvas canvas;
    private final Runnable up;
    private final Consumer<String> enter;

    DiffKeys(DiffCanvas canvas, Runnable up, Consumer<String> enter) {
        this.canvas = canvas;
        this.up = up;
        this.enter = enter;
        canvas.setOnKeyPressed(this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> canvas.moveBy(Motion.pan(PAN, 0));
            case RIGHT -> canvas.moveBy(Motion.pan(-PAN, 0));
            case UP -> canvas.moveBy(Motion.pan(0, PAN));
            case DOWN -> canvas.moveBy(Motion.pan(0, -PAN));
            case PLUS, EQUALS, ADD -> canvas.moveBy(new Motion(0, 0, ZOOM, 0.5, 0.5));
            case MINUS, SUBTRACT -> canvas.moveBy(new Motion(0, 0, 1 / ZOOM, 0.5, 0.5));
            case HOME -> canvas.fit();
            case BACK_SPACE -> up.run();
            case ENTER -> canvas.selected().ifPresent(enter);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
