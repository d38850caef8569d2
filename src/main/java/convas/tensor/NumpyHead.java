package convas.tensor;

import convas.operator.TensorShape;
import java.util.stream.Collectors;

/**
 * What an array of a file is, without its data.
 *
 * @param type as NumPy calls it, {@code uint8} for instance; a code of NumPy's for what are no numbers
 * @param isNumeric whether it holds numbers or booleans, so that it can be read
 */
public record NumpyHead(String name, String type, TensorShape shape, boolean isNumeric) {
    /** Size of the first dimension; 0 of a single number. */
    public long length() {
        return shape.rank() == 0 ? 0 : shape.size(0);
    }

    /** For people, as NumPy writes it: {@code (60, 1, 8, 8) float32}. */
    public String display() {
        String sizes = shape.sizes().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.rank() == 1 ? ",) " : ") ") + type;
    }
}
