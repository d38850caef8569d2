/**
 * How a part of the editor joins the window without the window knowing it: it brings commands, panels of the dock and
 * pages, and is named in one line of {@link convas.editor.part.Parts}.
 */
package convas.editor.part;
