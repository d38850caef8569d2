/** Words that are shown while the mouse rests on something. */
package convas.editor.tip;
