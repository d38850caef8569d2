package convas.editor.canvas;

import convas.graph.Point;

/**
 * Where the pointer is, and which keys are held with it.
 *
 * @param x on the surface, as {@code y}
 * @param sheet the same place on the sheet
 * @param adding Shift: a selection is added to rather than replaced
 * @param other Control, or Command: a click toggles one, a drag leaves the original and takes a copy along
 * @param free Alt: nothing snaps
 */
record Pointer(double x, double y, Point sheet, boolean adding, boolean other, boolean free) {
    /** Whether what is already selected stays so. */
    boolean keeps() {
        return adding || other;
    }
}
