/** Three steps that show a newcomer round. */
package convas.editor.tour;
