package convas.operator.djl;

import ai.djl.ndarray.NDList;

/**
 * A primitive made ready to run. Safe to call again and again; keeps no tensors between calls.
 */
@FunctionalInterface
public interface Kernel {
    /**
     * Computes the outputs. Results must attach to the inputs' manager: call operations on the input, with the weight as
     * the argument. A kernel closes the tensors that it made on the way, never its inputs or weights.
     *
     * @param inputs tensors with the batch first, in port order
     * @param weights in the order of the primitive's {@code weights}; running statistics are updated in place when
     *     training
     * @return outputs in port order; may be the inputs themselves
     */
    NDList run(NDList inputs, NDList weights, Mode mode);
}
