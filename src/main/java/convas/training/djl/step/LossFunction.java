package convas.training.djl.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.djl.Tensors;
import convas.training.recipe.Loss;
import java.util.List;
import java.util.Optional;

/**
 * PyTorch's losses, each the mean over the batch; see {@link Loss} for their names there. Cross-entropy takes the share of
 * each class as target, so with labels where a share is 1 and with mixtures alike; with class weights it divides by the
 * weights of the targets, as PyTorch does.
 */
public final class LossFunction {
    private final Loss loss;
    private final double smoothing;
    private final Optional<NDArray> weights;

    private LossFunction(Loss loss, double smoothing, Optional<NDArray> weights) {
        this.loss = loss;
        this.smoothing = smoothing;
        this.weights = weights;
    }

    /** The loss without label smoothing and with all classes alike. */
    public static LossFunction plain(Loss loss) {
        return new LossFunction(loss, 0, Optional.empty());
    }

    /**
     * @param classWeights one for each class, or none
     * @param manager keeps them
     */
    public static LossFunction of(Loss loss, double smoothing, List<Double> classWeights, NDManager manager) {
        if (classWeights.isEmpty()) {
            return new LossFunction(loss, smoothing, Optional.empty());
        }
        float[] values = new float[classWeights.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = classWeights.get(index).floatValue();
        }
        return new LossFunction(loss, smoothing, Optional.of(manager.create(values, new Shape(1, values.length))));
    }

    /**
     * @param scores {@code (N, K)}, not normalised
     * @param targets {@code (N, K)}: shares that sum to 1, or numbers
     * @return one number, to be differentiated where grad mode is on; belongs to the manager of {@code scores}
     */
    public NDArray mean(NDArray scores, NDArray targets) {
        return switch (loss) {
            case CROSS_ENTROPY -> crossEntropy(scores, targets);
            case BCE -> binaryCrossEntropy(scores, targets);
            case MSE -> {
                try (NDArray difference = scores.sub(targets);
                        NDArray squares = difference.mul(difference)) {
                    yield squares.mean();
                }
            }
            case L1 -> {
                try (NDArray difference = scores.sub(targets);
                        NDArray sizes = difference.abs()) {
                    yield sizes.mean();
                }
            }
        };
    }

    private NDArray crossEntropy(NDArray scores, NDArray targets) {
        try (NDManager scope = scores.getManager().newSubManager()) {
            NDArray shares = targets;
            if (smoothing > 0) {
                long classes = scores.getShape().get(1);
                shares = hold(
                        scope, Tensors.plus(hold(scope, Tensors.times(shares, 1 - smoothing)), smoothing / classes));
            }
            if (weights.isPresent()) {
                shares = hold(scope, shares.mul(weights.get()));
            }
            // The log of the softmax taken as one operation neither overflows nor takes the log of 0.
            NDArray logarithms = hold(scope, scores.logSoftmax(1));
            NDArray sum = hold(scope, hold(scope, logarithms.mul(shares)).sum());
            NDArray mean;
            if (weights.isPresent()) {
                NDArray weight =
                        hold(scope, hold(scope, targets.mul(weights.get())).sum());
                mean = hold(scope, sum.neg()).div(weight);
            } else {
                mean = Tensors.times(sum, -1.0 / scores.getShape().get(0));
            }
            mean.attach(scores.getManager());
            return mean;
        }
    }

    /** -t log(s(x)) - (1 - t) log(1 - s(x)) = (1 - t) x + log(1 + exp(-x)), which does not overflow. */
    private NDArray binaryCrossEntropy(NDArray scores, NDArray targets) {
        try (NDManager scope = scores.getManager().newSubManager()) {
            NDArray no = hold(scope, Tensors.plus(hold(scope, targets.neg()), 1));
            NDArray linear = hold(scope, scores.mul(no));
            NDArray soft = hold(scope, JniUtils.softPlus((PtNDArray) hold(scope, scores.neg())));
            NDArray each = hold(scope, linear.add(soft));
            if (weights.isPresent()) {
                each = hold(scope, each.mul(weights.get()));
            }
            NDArray mean = each.mean();
            mean.attach(scores.getManager());
            return mean;
        }
    }

    private static NDArray hold(NDManager scope, NDArray array) {
        array.attach(scope);
        return array;
    }
}
