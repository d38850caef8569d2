package convas.tensor;

import convas.operator.TensorShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An array of a {@code .npz} file, of numbers or booleans of the type in which they are stored. */
public final class NumpyArray {
    private final ElementType type;
    private final ByteOrder order;
    private final TensorShape shape;
    private final byte[] data;

    NumpyArray(ElementType type, ByteOrder order, TensorShape shape, byte[] data) {
        this.type = type;
        this.order = order;
        this.shape = shape;
        this.data = data;
    }

    public TensorShape shape() {
        return shape;
    }

    /** Whether its numbers are whole, or booleans. */
    public boolean isWhole() {
        return switch (type) {
            case F64, F32, F16, BF16 -> false;
            default -> true;
        };
    }

    /** Whether its numbers are bytes from 0 to 255, as images have them. */
    public boolean isBytes() {
        return type == ElementType.U8;
    }

    /** Its numbers, the last dimension fastest. */
    public float[] floats() {
        return type.decode(ByteBuffer.wrap(data).order(order));
    }

    /** The same as 64-bit floats, which hold whole numbers up to 2^53 exactly. */
    public double[] doubles() {
        return type.decodeDoubles(ByteBuffer.wrap(data).order(order));
    }

    /** What is stored, the last dimension fastest, in whatever type that is; not to be changed. */
    public byte[] data() {
        return data;
    }
}
