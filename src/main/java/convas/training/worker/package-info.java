/**
 * The child process that trains: starting it, speaking with it, and telling how it died.
 *
 * <h2>The worker's protocol</h2>
 * The child speaks lines of UTF-8, each ended by a line feed.
 *
 * <ol>
 *   <li>Its standard input gets first the request, one JSON object in one line ({@link convas.training.worker.RequestJson}):
 *       {@code design} (the text of the design's file), {@code runs}, and where wanted {@code source}, {@code epochs},
 *       {@code seed}, {@code threads}.
 *   <li>Its standard output tells events, one JSON object a line ({@link convas.training.worker.EventJson}); the field
 *       {@code event} is {@code started}, {@code progress}, {@code epoch}, {@code finished} or {@code failed}. The last
 *       one is {@code finished} or {@code failed}; a process that ends without it has died.
 *   <li>The line {@code stop} on its standard input makes it stop after the current batch, validate, and complete the
 *       folder. The end of the input means that whoever started it is gone: it writes a checkpoint and ends.
 *   <li>Its standard error is for people; it is kept as {@code worker.log}.
 *   <li>It exits with 0 where the run ended as wanted, else with 1.
 * </ol>
 */
package convas.training.worker;
