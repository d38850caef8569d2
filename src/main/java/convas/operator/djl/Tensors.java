package convas.operator.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.operator.Pair;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.stream.LongStream;

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

    /**
     * A number as a tensor with memory of its own. The engine's operations on numbers borrow a Java buffer for that, which
     * multiplying, dividing and comparing keep for the gradients: where Java's collector ran between the forward and the
     * backward pass, the gradients were those of whatever lay there by then.
     */
    public static NDArray number(NDManager manager, double value) {
        return manager.full(new Shape(), (float) value, DataType.FLOAT32);
    }

    public static NDArray plus(NDArray input, double number) {
        return with(input, number, NDArray::add);
    }

    public static NDArray times(NDArray input, double factor) {
        return with(input, factor, NDArray::mul);
    }

    public static NDArray over(NDArray input, double divisor) {
        return with(input, divisor, NDArray::div);
    }

    public static NDArray atLeast(NDArray input, double number) {
        return with(input, number, NDArray::maximum);
    }

    private static NDArray with(NDArray input, double number, BinaryOperator<NDArray> operation) {
        try (NDArray other = number(input.getManager(), number)) {
            return operation.apply(input, other);
        }
    }

    /**
     * A border around the last axes, the last one first: its two ends, those of the axis before it, and so on. What is
     * negative is cut off, by any width (the engine's interface for it, a shape, takes none below -1), after the rest has
     * been added, so that the cut may reach into it.
     */
    public static NDArray pad(NDArray input, double value, long... border) {
        long[] more = LongStream.of(border).map(side -> Math.max(0, side)).toArray();
        long[] less = LongStream.of(border).map(side -> Math.min(0, side)).toArray();
        if (Arrays.equals(more, border) || Arrays.equals(less, border)) {
            return JniUtils.pad(of(input), border, value);
        }
        try (NDArray grown = JniUtils.pad(of(input), more, value)) {
            return JniUtils.pad(of(grown), less, value);
        }
    }

    /** A view of every {@code step}-th position from {@code start} up to, without, {@code end} along one axis. */
    public static NDArray slice(NDArray input, int axis, long start, long end, long step) {
        return JniUtils.slice(of(input), axis, start, end, step);
    }

    /**
     * Images {@code (N, C, H, W)} as they are, whose gradient comes back in one piece, channels last. Joining tensors gives
     * each a gradient that is a part of the whole one's rows; the engine's batch normalisation takes such a gradient one
     * number at a time on a single thread. Two views cost nothing where the channels lie last, and the gradient of the
     * second is a copy.
     */
    public static NDArray withDenseGradient(NDArray images) {
        Shape shape = images.getShape();
        try (NDArray last = images.transpose(0, 2, 3, 1);
                NDArray row = last.reshape(-1);
                NDArray again = row.reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1))) {
            return again.transpose(0, 3, 1, 2);
        }
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
            return over(sum, count);
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
}
