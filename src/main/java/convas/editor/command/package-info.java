/** One field for everything: add a layer, find a node, run a command. */
package convas.editor.command;
