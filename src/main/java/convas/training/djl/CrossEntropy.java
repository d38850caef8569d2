package convas.training.djl;

import ai.djl.ndarray.NDArray;

/**
 * Cross-entropy of the softmax of scores against target shares, the mean over the batch: PyTorch's
 * {@code CrossEntropyLoss}, with labels where a share is 1 and with label smoothing where it is less.
 */
final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * @param scores {@code (N, classes)}, not normalised
     * @param targets {@code (N, classes)}
     * @return one number, to be differentiated where grad mode is on; belongs to the manager of {@code scores}
     */
    static NDArray mean(NDArray scores, NDArray targets) {
        // The log of the softmax taken as one operation neither overflows nor takes the log of 0.
        try (NDArray logarithms = scores.logSoftmax(1);
                NDArray products = logarithms.mul(targets);
                NDArray sum = products.sum()) {
            return sum.mul(-1.0f / scores.getShape().get(0));
        }
    }
}
