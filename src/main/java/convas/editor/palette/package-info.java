/** The list of node types to choose from. */
package convas.editor.palette;
