/**
 * The child process that trains: starting it, speaking with it, and telling how it died.
 *
 * <h2>The worker's protocol</h2>
 * As {@link convas.child} tells it, and:
 *
 * <ol>
 *   <li>Its standard input gets first the request, one JSON object in one line ({@link convas.training.worker.RequestJson}):
 *       {@code design} (the text of the design's file) with {@code runs} for a new run or {@code search} in place of one, or
 *       {@code resume} alone; and where wanted {@code source}, {@code epochs},
 *       {@code seed}, {@code threads}, {@code device}, {@code tensorboard}, {@code stays}.
 *   <li>Its standard output tells events, one JSON object a line ({@link convas.training.worker.EventJson}); the field
 *       {@code event} is {@code started}, {@code progress}, {@code paused}, {@code resumed}, {@code epoch}, {@code finished} or {@code failed}. The last
 *       one is {@code finished} or {@code failed}; a process that ends without it has died.
 *   <li>A line on its standard input is an order ({@link convas.training.RunOrder}), for instance {@code stop}. Others
 *       leave orders in the file {@code control} of the run's folder. The end of the input means that whoever started it
 *       is gone: it writes a checkpoint and ends, unless the request says that it {@code stays}.
 *   <li>Whoever has not started it follows it by the file {@code events.jsonl} in the folder, which holds the same events
 *       ({@link convas.training.run.EventLog}); as long as it works there, the folder's lock is taken.
 *   <li>Its standard error is for people; it is kept as {@code worker.log}.
 *   <li>It exits with 0 where the run ended as wanted, else with 1.
 * </ol>
 */
package convas.training.worker;
