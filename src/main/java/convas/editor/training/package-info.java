/**
 * Watching a training run: what is known of it, kept apart from how it is shown, the live chart, and the panel with the
 * buttons. Knows training through {@link convas.training.TrainingService} alone.
 */
package convas.editor.training;
