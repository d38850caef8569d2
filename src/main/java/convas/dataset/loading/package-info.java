/** Batches made ahead of the step that wants them, on threads, and images altered on the way. */
package convas.dataset.loading;
