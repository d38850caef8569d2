/** What stays of a run: its folder, written so that a kill at any moment leaves one that opens, and read again. */
package convas.training.run;
