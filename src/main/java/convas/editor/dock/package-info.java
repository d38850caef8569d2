/** The panels below the canvas, and the status bar: what a design costs, what is wrong with it. */
package convas.editor.dock;
