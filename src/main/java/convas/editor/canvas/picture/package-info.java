/**
 * What is to be seen of a sheet, in the sheet's own pixels: cards, ports, wires, where they are and what is written on
 * them. Without colours and without a toolkit.
 */
package convas.editor.canvas.picture;
