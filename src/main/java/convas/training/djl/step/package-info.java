/**
 * What a training step does beside running the network: the loss, PyTorch's own optimisers in one call for all weights,
 * clipping, and the moving average of weights.
 */
package convas.training.djl.step;
