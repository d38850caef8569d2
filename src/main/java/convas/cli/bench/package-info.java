/** Runs measurements of the program and says what came out. */
package convas.cli.bench;
