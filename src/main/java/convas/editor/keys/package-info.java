/** Everything by keyboard: the sheet of all commands and their keys, and the way from one area of the window to the next. */
package convas.editor.keys;
