/** The tutorial, read beside the window that it speaks of. Its text is {@code docs/tutorial.md}, in each language. */
package convas.editor.guide;
