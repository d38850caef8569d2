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

    /** min(max(x + 3, 0), 6) / 6. */
    public static NDArray hardSigmoid(NDArray input) {
        try (NDArray shifted = input.add(3f);
                NDArray positive = shifted.getNDArrayInternal().relu();
                NDArray clipped = positive.minimum(6f)) {
            return clipped.div(6f);
        }
    }
}
