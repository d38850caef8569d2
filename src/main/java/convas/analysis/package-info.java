/**
 * From a design to what can be known of it without running it: expressions, expansion of modules, shapes, cost, and the
 * {@link convas.analysis.Program} that every later stage reads. Works on half-built designs: what can be known is shown,
 * the rest has a diagnostic.
 */
package convas.analysis;
