/**
 * Where a design's time and memory go, as others see it: what is asked for ({@link convas.profiling.ProfileRequest}), what
 * was measured ({@link convas.profiling.Profile}), the folder that keeps it and the comparison of two. The measuring runs
 * in a child process and lives in {@code djl}; nothing outside that loads the engine.
 */
package convas.profiling;
