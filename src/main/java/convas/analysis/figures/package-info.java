/**
 * More than counts: how other tools would count, receptive fields, the peak of activation memory, traffic and arithmetic
 * intensity. Each is a pure function of a {@link convas.analysis.Program}.
 */
package convas.analysis.figures;
