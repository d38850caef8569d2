/**
 * What a node type is: the contracts that primitives and modules keep, the words they are described in (ports,
 * parameters, shapes, weights, work), and the catalog that is handed to whoever must find a type by name. Knows nothing
 * of JavaFX; DJL appears only in {@code convas.operator.djl}.
 */
package convas.operator;
