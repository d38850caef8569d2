/**
 * Designs as values: an immutable {@link convas.graph.Design} of nodes and edges, where they stand, and pure edits
 * from design to design. Knows nothing of what a node type means.
 */
package convas.graph;
