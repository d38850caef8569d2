package convas.operator.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Batch normalisation by the engine's own function, since DJL's layer swaps axes twice and rounds momentum and eps to
 * float.
 *
 * <p>In training, where the channels lie last in memory, the engine reads and writes the channels beyond the last multiple
 * of eight one pixel and a part of a register at a time, which takes three to five times as long as whole registers do.
 * There the images get channels of zeros up to the next multiple, and lose them again: with 30 and 60 channels, as
 * ShuffleNet has them, a whole step takes a quarter less.
 */
public final class BatchNormalization {
    /** Floats of a register. */
    private static final long LANES = 8;
    /** With less, the zeros would be most of what there is to do. */
    private static final long LEAST = LANES / 2;

    private final double momentum;
    private final double eps;

    /** @param momentum the share of the new statistics, as PyTorch has it */
    public BatchNormalization(double momentum, double eps) {
        this.momentum = momentum;
        this.eps = eps;
    }

    /**
     * Tensors of {@code [C]}.
     *
     * @param scale learnt
     * @param shift learnt
     * @param mean running; changed in training
     * @param variance running; changed in training
     */
    public record Weights(NDArray scale, NDArray shift, NDArray mean, NDArray variance) {}

    /** @param images {@code (N, C, H, W)} */
    public NDArray apply(NDArray images, Weights weights, boolean training) {
        long rest = Math.floorMod(-images.size(1), LANES);
        return training && rest > 0 && images.size(1) >= LEAST
                ? padded(images, weights, rest)
                : whole(images, weights, training);
    }

    private NDArray whole(NDArray images, Weights weights, boolean training) {
        // The engine takes the statistics first, whatever its parameters are called.
        return JniUtils.batchNorm(
                (PtNDArray) images,
                (PtNDArray) weights.mean(),
                (PtNDArray) weights.variance(),
                (PtNDArray) weights.scale(),
                (PtNDArray) weights.shift(),
                training,
                momentum,
                eps);
    }

    private NDArray padded(NDArray images, Weights weights, long rest) {
        NDManager manager = images.getManager();
        long channels = images.size(1);
        Shape blank = new Shape(images.size(0), images.size(2), images.size(3), rest);
        try (NDArray zeros = manager.zeros(blank);
                NDArray zero = manager.zeros(new Shape(rest));
                NDArray last = images.transpose(0, 2, 3, 1);
                NDArray wide = last.concat(zeros, 3);
                NDArray wideFirst = wide.transpose(0, 3, 1, 2);
                NDArray scale = weights.scale().concat(zero);
                NDArray shift = weights.shift().concat(zero);
                NDArray mean = weights.mean().concat(zero);
                NDArray variance = weights.variance().concat(zero);
                NDArray normal = whole(wideFirst, new Weights(scale, shift, mean, variance), true);
                // Cut along the last axis, whose gradient then has the layout of everything else.
                NDArray normalLast = normal.transpose(0, 2, 3, 1);
                NDArray narrow = Tensors.slice(normalLast, 3, 0, channels, 1)) {
            replace(weights.mean(), mean, channels);
            replace(weights.variance(), variance, channels);
            return narrow.transpose(0, 3, 1, 2);
        }
    }

    private static void replace(NDArray statistics, NDArray wide, long channels) {
        try (NDArray now = Tensors.slice(wide, 0, 0, channels, 1)) {
            JniUtils.indexSet(
                    (PtNDArray) statistics, (PtNDArray) now, new long[] {0}, new long[] {channels}, new long[] {1});
        }
    }
}
