/**
 * From a {@link convas.analysis.Program} to something that runs: one DJL block for the whole program, its weights by
 * name, and the files that hold them. The engine is loaded by the first tensor; reading and writing files of tensors
 * ({@link convas.compiler.TensorFile}) does without it.
 */
package convas.compiler;
