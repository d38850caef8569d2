/**
 * The training loop on the engine, and the process that it runs in. Everything that loads the engine's native library
 * happens here, in a child process of its own: what goes wrong in native code ends that process and nothing else.
 */
package convas.training.djl;
