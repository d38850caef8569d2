/** Measurements of the program itself, kept with it so that they can be repeated on any machine. */
package convas.cli.bench;
