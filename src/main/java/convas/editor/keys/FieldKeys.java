package convas.editor.keys;

import java.util.function.BooleanSupplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Which keys a text field leaves to the window. */
public final class FieldKeys {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");

    private FieldKeys() {}

    /** Whether a key is struck alone: with others it is a command of the window, not one of the control that has it. */
    public static boolean isPlain(KeyEvent event) {
        return !event.isShortcutDown()
                && !event.isControlDown()
                && !event.isAltDown()
                && !event.isShiftDown()
                && !event.isMetaDown();
    }

    /**
     * Lets the keys for undo and redo reach the design while nothing is half typed: a text field would keep them for
     * itself.
     *
     * @param settled whether the field shows what the design has
     */
    public static void passUndo(TextField field, BooleanSupplier settled) {
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if ((UNDO.match(event) || REDO.match(event)) && settled.getAsBoolean()) {
                event.consume();
                field.getParent().fireEvent(event.copyFor(field.getParent(), field.getParent()));
            }
        });
    }
}
