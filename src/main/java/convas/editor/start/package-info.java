/** What the window shows before a design is open: designs that come with the program as pictures, and recent files. */
package convas.editor.start;
