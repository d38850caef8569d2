package convas.editor.canvas;

import convas.editor.canvas.paint.Lift;
import convas.editor.canvas.paint.Painter;

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

    /** The nodes that it carries along. */
    default Lift lift() {
        return Lift.NONE;
    }
}
