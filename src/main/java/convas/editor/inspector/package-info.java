/** What is selected, to look at and to change: a node's parameters, costs and problems, or the design's own values. */
package convas.editor.inspector;
