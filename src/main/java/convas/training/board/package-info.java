/** Metrics for TensorBoard: its event files, written without its libraries. */
package convas.training.board;
