/** Modules of one's own in the window: grouping, ungrouping, and the user's library. */
package convas.editor.grouping;
