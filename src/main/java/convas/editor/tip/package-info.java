/** What comes up above the window: words while the mouse rests on something, and dialogs that fit the screen. */
package convas.editor.tip;
