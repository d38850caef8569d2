/**
 * The measuring itself, in a process of its own: times of single steps and of the whole, memory, and what the machine
 * gives at best.
 */
package convas.profiling.djl;
