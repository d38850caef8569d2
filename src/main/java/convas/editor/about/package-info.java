/** What the window says about the program itself. */
package convas.editor.about;
