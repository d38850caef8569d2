/**
 * Two designs side by side, with what differs. {@link convas.editor.compare.Comparison} finds the differences without a
 * window; {@link convas.editor.compare.ComparePage} shows them.
 */
package convas.editor.compare;
