package convas.compiler;

import convas.operator.TensorShape;

/** A tensor in Java's memory, apart from any engine: 32-bit floats in C order. */
public final class FloatTensor {
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

    public TensorShape shape() {
        return shape;
    }

    /** The values themselves, not a copy: to be read only. */
    public float[] values() {
        return values;
    }

    @Override
    public String toString() {
        return "FloatTensor" + shape;
    }
}
