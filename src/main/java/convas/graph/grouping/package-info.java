/**
 * A part of a sheet made into a module, and a module's body put back in its place. Both keep what the network computes;
 * where that cannot be, they refuse and say why.
 */
package convas.graph.grouping;
