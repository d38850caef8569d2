package convas.tensor;

import convas.operator.TensorShape;
import java.io.UncheckedIOException;

/** A tensor that can be read part by part, wherever its values are: it need never be in Java's memory as a whole. */
public interface TensorData {
    TensorShape shape();

    /**
     * Values one after the other in C order.
     *
     * @param from the first, from 0
     * @throws UncheckedIOException where they are in a file that cannot be read
     */
    float[] values(long from, int count);
}
