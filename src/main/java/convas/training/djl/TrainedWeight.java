package convas.training.djl;

import ai.djl.ndarray.NDArray;

/**
 * A weight that a loss depends on.
 *
 * @param gradient a view that stays valid over steps, since gradients are zeroed in place
 */
record TrainedWeight(String name, NDArray value, NDArray gradient) {}
