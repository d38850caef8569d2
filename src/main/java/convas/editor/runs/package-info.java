/**
 * The runs of the workspace: a table, curves over each other, what accuracy costs, and how two runs differ. Folders are read
 * in the background; what is broken is listed as such.
 */
package convas.editor.runs;
