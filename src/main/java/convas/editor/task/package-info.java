/**
 * Threads: the only place of the editor that knows which thread something runs on. Work is described elsewhere and
 * executed here, so that tests can run it on the spot.
 */
package convas.editor.task;
