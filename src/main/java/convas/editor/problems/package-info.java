/** What is wrong with the design in front and what is advised against, for every panel that shows some of it. */
package convas.editor.problems;
