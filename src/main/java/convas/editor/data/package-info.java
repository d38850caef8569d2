/** The panel that shows a design's data: samples, what augmentation makes of them, counts, numbers, and what does not fit. */
package convas.editor.data;
