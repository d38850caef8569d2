/**
 * The node types with code, one file each: ports, parameters, shape rule, weights, work, and a nested {@code Lowering},
 * the only place that names the engine and made only on request, so that a primitive loads without it.
 *
 * <p>How work is counted, in every file: MACs are the multiplications of convolution and linear layers, nothing else.
 * Operations are everything else that computes: an addition, a multiplication, a division, a comparison, an exponential
 * or an error function counts one each; moving numbers (concat, slice, nearest resizing, padding) counts none. Extras are
 * what named tools print beside the MACs ({@code docs/counting.md}).
 */
package convas.catalog.primitive;
