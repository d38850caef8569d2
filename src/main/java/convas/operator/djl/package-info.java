/** How a primitive becomes DJL operations: the one place of the contracts that names the engine's types. */
package convas.operator.djl;
