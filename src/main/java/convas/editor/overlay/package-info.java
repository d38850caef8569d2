/**
 * One overlay for any number per node: where it comes from ({@code Measure}, or whoever measures), how it becomes warmth
 * ({@code Heat}, {@code Gradient}), and the list of the warmest ({@code HeatPanel}).
 */
package convas.editor.overlay;
