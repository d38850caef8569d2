/** Measurements of the program put together, kept with it so that they can be repeated on any machine. */
package convas.app.bench;
