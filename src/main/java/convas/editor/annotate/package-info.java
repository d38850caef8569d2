/** Notes, frames, colours and bookmarks: the commands about what a person adds to a sheet to find the way in it. */
package convas.editor.annotate;
