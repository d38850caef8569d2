/**
 * The child process that measures: starting it, speaking with it, and keeping what it found. It gets one
 * {@link convas.profiling.worker.Order} and gives {@link convas.profiling.worker.Answer}s, one JSON object a line. To stop
 * it is to end it, since a profile that is not complete is none.
 */
package convas.profiling.worker;
