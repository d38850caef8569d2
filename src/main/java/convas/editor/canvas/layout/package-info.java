/** Finds places for the cards of a sheet: in rows, and within a row in layers along the flow. Knows no toolkit. */
package convas.editor.canvas.layout;
