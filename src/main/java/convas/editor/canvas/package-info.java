/**
 * The drawing surface: one canvas that shows the sheet that is open, and the gestures with which a person edits it.
 */
package convas.editor.canvas;
