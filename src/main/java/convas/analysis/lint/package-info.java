/**
 * Advice on designs that are right but may not be what one wants: each with an explanation, a source, and a mend where
 * there is a plain one. Nothing here keeps a design from being built.
 */
package convas.analysis.lint;
