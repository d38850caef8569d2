/**
 * From a {@link convas.analysis.Program} to something that runs: one DJL block for the whole program, and its weights by
 * name. The engine is loaded by the first tensor; the files that hold weights are read and written without it, by
 * {@link convas.tensor}.
 */
package convas.compiler;
