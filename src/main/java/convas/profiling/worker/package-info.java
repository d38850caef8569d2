/**
 * The child process that measures: starting it, speaking with it, and keeping what it found. It gets one
 * {@link convas.profiling.worker.ProfileOrder} and gives {@link convas.profiling.worker.ProfileEventJson events}, one JSON object a line. To stop
 * it is to end it, since a profile that is not complete is none.
 */
package convas.profiling.worker;
