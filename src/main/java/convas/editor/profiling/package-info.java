/**
 * Where a design's time and memory go, in the window: taking profiles, the table, the roofline, the memory over the
 * program, comparing two profiles, and the history of a design. Knows measuring through
 * {@link convas.profiling.ProfilingService} alone.
 */
package convas.editor.profiling;
