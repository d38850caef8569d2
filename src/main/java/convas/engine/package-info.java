/**
 * The engine's room: what is set before its native library is loaded and from where that comes, what one can compute on,
 * how much memory there is, and the sentences for what breaks work off. Every process that computes begins here; the window
 * and the commands that only read designs never come here.
 */
package convas.engine;
