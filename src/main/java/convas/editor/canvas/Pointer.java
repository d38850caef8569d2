package convas.editor.canvas;

import convas.graph.Point;

/**
 * Where the pointer is.
 *
 * @param x on the surface, as {@code y}
 * @param sheet the same place on the sheet
 * @param adding whether a selection is to be added to rather than replaced
 */
record Pointer(double x, double y, Point sheet, boolean adding) {}
