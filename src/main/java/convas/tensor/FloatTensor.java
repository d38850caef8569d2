package convas.tensor;

import convas.operator.TensorShape;
import java.util.Arrays;

/** A tensor in Java's memory, apart from any engine: 32-bit floats in C order. */
public final class FloatTensor implements TensorData {
    private final TensorShape shape;
    private final float[] values;

    /**
     * @param shape the whole shape, with the batch where there is one
     * @param values not copied; as many as the shape has elements
     */
    public FloatTensor(TensorShape shape, float[] values) {
        if (shape.elements() != values.length) {
            throw new IllegalArgumentException(shape + " does not have " + values.length + " elements");
        }
        this.shape = shape;
        this.values = values;
    }

    @Override
    public TensorShape shape() {
        return shape;
    }

    /** The values themselves, not a copy: to be read only. */
    public float[] values() {
        return values;
    }

    @Override
    public float[] values(long from, int count) {
        return Arrays.copyOfRange(values, Math.toIntExact(from), Math.toIntExact(from + count));
    }

    @Override
    public String toString() {
        return "FloatTensor" + shape;
    }
}
