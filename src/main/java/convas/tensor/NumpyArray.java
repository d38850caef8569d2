package convas.tensor;

import convas.operator.TensorShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An array of a {@code .npz} file as it is stored, of numbers or booleans. */
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

    /**
     * All arrays of a file, by name.
     *
     * @throws IOException where it cannot be read
     * @throws DamagedFileException where it is no such file, or one with arrays of other things
     */
    public static Map<String, NumpyArray> readAll(Path file) throws IOException, DamagedFileException {
        return NpzFormat.arrays(file);
    }

    /** The same arrays as 32-bit floats. */
    static Map<String, FloatTensor> floats(Map<String, NumpyArray> arrays) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(name, new FloatTensor(array.shape, array.floats())));
        return tensors;
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

    /** What is stored, in whatever type that is; not to be changed. */
    public byte[] data() {
        return data;
    }
}
