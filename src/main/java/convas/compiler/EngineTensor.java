package convas.compiler;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import convas.operator.TensorShape;
import convas.tensor.TensorData;

/** A tensor of the engine, read and filled by parts of a few million values. */
public record EngineTensor(NDArray array) implements TensorData {
    /** Values that are in Java's memory at once, unless a single row has more. */
    static final int PART = 1 << 22;

    @Override
    public TensorShape shape() {
        return TensorShape.of(array.getShape().getShape());
    }

    @Override
    public float[] values(long from, int count) {
        if (from == 0 && count == array.size()) {
            return array.toFloatArray();
        }
        try (NDArray flat = array.reshape(-1);
                NDArray part = flat.get(new NDIndex("{}:{}", from, from + count))) {
            return part.toFloatArray();
        }
    }

    /** Copies values into the tensor that is there: optimisers hold it, and it keeps asking for gradients. */
    public void fill(TensorData values) {
        Shape shape = array.getShape();
        long size = array.size();
        if (size <= PART || shape.dimension() == 0) {
            fill(values.values(0, Math.toIntExact(size)), shape, new NDIndex(":"));
            return;
        }
        long row = size / shape.get(0);
        long rows = Math.max(1, PART / row);
        for (long at = 0; at < shape.get(0); at += rows) {
            long here = Math.min(rows, shape.get(0) - at);
            long[] sizes = shape.getShape().clone();
            sizes[0] = here;
            fill(
                    values.values(at * row, Math.toIntExact(here * row)),
                    new Shape(sizes),
                    new NDIndex("{}:{}", at, at + here));
        }
    }

    private void fill(float[] part, Shape shape, NDIndex where) {
        try (NDManager scope = array.getManager().newSubManager()) {
            array.set(where, scope.create(part, shape));
        }
    }
}
