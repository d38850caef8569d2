package convas.editor.canvas;

import convas.editor.canvas.paint.Painter;
import java.util.Set;

/** Something a person does with the pointer from pressing to releasing it. One at a time is going on. */
interface Gesture {
    /** The pointer moved with the button down. */
    void drag(Pointer pointer);

    /** The button was released: now the edit happens, if any. */
    void release(Pointer pointer);

    /** Given up: nothing has happened. */
    default void cancel() {}

    /** Draws what shows the gesture, on top of the sheet. */
    default void paint(Painter painter) {}

    /** Ids of the nodes it carries along. */
    default Set<String> lifted() {
        return Set.of();
    }

    /** How far it has carried them, in sheet pixels. */
    default double dx() {
        return 0;
    }

    /** How far it has carried them, in sheet pixels. */
    default double dy() {
        return 0;
    }
}
