/**
 * Child processes: a JVM of its own for whatever loads native code, and the conversation with it.
 *
 * <h2>The protocol</h2>
 * Both sides speak lines of UTF-8, each ended by a line feed.
 *
 * <ol>
 *   <li>The child's standard input gets the request first, one JSON object in one line, and then orders, a line each. Its
 *       end means that whoever started the child is gone.
 *   <li>Its standard output tells events, one JSON object a line. The last one says how it ended; a process that ends
 *       without it has died.
 *   <li>Its standard error is for people: the last lines are told where it died, and all are kept where there is a folder.
 *   <li>It exits with 0 where the work was done, else with 1.
 * </ol>
 *
 * A {@link convas.child.Job} says what a child is for; {@link convas.child.Conversation} is the side of whoever starts it,
 * {@link convas.child.ParentLink} that of the child. Training, profiling and the question what the engine finds are jobs.
 */
package convas.child;
