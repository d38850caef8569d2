/** The canvas in words: what a tooltip says, and what a screen reader reads out. */
package convas.editor.canvas.words;
