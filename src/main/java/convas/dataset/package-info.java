/**
 * Data to learn from: the contract ({@link convas.dataset.Dataset}), the kinds that there are ({@link
 * convas.dataset.Datasets}), which samples validate, and how batches are made. Knows no designs and no engine. What is
 * wrong is told by keys and arguments ({@link convas.dataset.DataProblem}), never by sentences.
 */
package convas.dataset;
