/**
 * A sheet as a picture in a file: the marks of the canvas as SVG, PDF or PNG. Works without a screen, since it takes
 * fonts and shapes from {@code java.awt}.
 */
package convas.editor.drawing;
