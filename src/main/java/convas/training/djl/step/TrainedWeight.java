package convas.training.djl.step;

import ai.djl.ndarray.NDArray;

/**
 * A weight that a loss depends on.
 *
 * @param gradient a view that stays valid over steps, since gradients are zeroed in place
 * @param decays whether weight decay concerns it
 */
public record TrainedWeight(String name, NDArray value, NDArray gradient, boolean decays) {}
