/**
 * Labelled images in memory, and how they become batches: a seeded split, resizing, normalisation, shuffling. Plain
 * arrays only; knows neither designs nor the engine.
 */
package convas.dataset;
