/**
 * Expressions over numbers, truth values and text. EvalEx reads them; what they mean is decided here, with exact
 * numbers, so that {@code ceil(out / ratio)} is right, and with no way to reach code, files or reflection.
 */
package convas.analysis.expression;
