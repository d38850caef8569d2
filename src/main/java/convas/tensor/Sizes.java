package convas.tensor;

import convas.operator.TensorShape;

/** How many bytes a tensor takes in a file. */
final class Sizes {
    private Sizes() {}

    /** Refuses what no Java array can hold, before anything is allocated. */
    static long bytes(String name, TensorShape shape, ElementType type) throws DamagedFileException {
        try {
            return Math.toIntExact(Math.multiplyExact(shape.elements(), type.bytes()));
        } catch (ArithmeticException tooMany) {
            throw new DamagedFileException(name, "tensor.file.large", shape.display());
        }
    }
}
