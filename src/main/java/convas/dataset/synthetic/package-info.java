/** Samples that are computed, not read. */
package convas.dataset.synthetic;
