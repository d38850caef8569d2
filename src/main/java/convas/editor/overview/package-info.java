/** The whole sheet in small, with the part that is visible. */
package convas.editor.overview;
