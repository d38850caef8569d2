/** How a picture becomes strokes, fills and words on a surface. */
package convas.editor.canvas.paint;
