/** What all charts have in common: axes from figures to pixels, numbers at them, colours from the style sheet. */
package convas.editor.chart;
