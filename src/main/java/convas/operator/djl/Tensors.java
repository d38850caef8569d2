package convas.operator.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.Pair;

/**
 * Operations that several kernels need and the engine's interface lacks, does more slowly or rounds. Results attach to
 * the input's manager; gradients flow through all of them.
 */
public final class Tensors {
    private Tensors() {}

    /** The engine's own tensor. */
    public static PtNDArray of(NDArray tensor) {
        return (PtNDArray) tensor;
    }

    /** Height and width, as the engine's pools want them. */
    public static Shape shape(Pair pair) {
        return new Shape(pair.height(), pair.width());
    }

    /**
     * A tensor with memory of its own. What {@code NDManager.create} makes borrows the memory of a Java buffer, which is
     * collected once that array is closed, even where a view of it, or autograd, still reads there.
     */
    public static NDArray own(NDManager manager, float[] values, Shape shape) {
        try (NDArray borrowed = manager.create(values, shape)) {
            return borrowed.duplicate();
        }
    }

    /** A view of every {@code step}-th position from {@code start} up to, without, {@code end} along one axis. */
    public static NDArray slice(NDArray input, int axis, long start, long end, long step) {
        return JniUtils.slice(of(input), axis, start, end, step);
    }

    /**
     * The mean over some axes, as the sum divided: the gradient of the engine's own mean fills a tensor of the input's
     * size, whatever the layout, where that of a sum is one small tensor seen as a large one.
     */
    public static NDArray mean(NDArray input, int[] axes, boolean keep) {
        long count = 1;
        long[] over = new long[axes.length];
        for (int index = 0; index < axes.length; index++) {
            over[index] = axes[index];
            count *= input.size(axes[index]);
        }
        try (NDArray sum = JniUtils.sum(of(input), over, keep)) {
            return sum.div(count);
        }
    }

    /**
     * The greatest values over one axis. Over the channels of images the channels are looked at as the last axis, as which
     * they lie in memory in a training batch: the gradient lies so then too, and need not be reordered to be added up.
     */
    public static NDArray max(NDArray input, int[] axes, boolean keep) {
        if (axes[0] != 1 || input.getShape().dimension() != 4) {
            return input.max(axes, keep);
        }
        try (NDArray last = input.transpose(0, 2, 3, 1)) {
            NDArray greatest = last.max(new int[] {3}, keep);
            if (!keep) {
                return greatest;
            }
            try (greatest) {
                return greatest.transpose(0, 3, 1, 2);
            }
        }
    }

    /** min(max(x + 3, 0), 6) / 6. */
    public static NDArray hardSigmoid(NDArray input) {
        try (NDArray shifted = input.add(3f);
                NDArray positive = shifted.getNDArrayInternal().relu();
                NDArray clipped = positive.minimum(6f)) {
            return clipped.div(6f);
        }
    }
}
