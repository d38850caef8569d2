/** Arrays of NumPy as data: which of a file's arrays are inputs and targets, and what they mean. */
package convas.dataset.array;
