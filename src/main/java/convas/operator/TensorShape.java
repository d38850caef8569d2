package convas.operator;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A tensor's shape for one sample: the batch axis is not in it. {@code [C, H, W]} for images, {@code [F]} for features.
 * Axis numbers in parameters count the batch as axis 0, as PyTorch does; sizes here are indexed without it.
 */
public record TensorShape(List<Long> sizes) {
    public TensorShape {
        sizes = List.copyOf(sizes);
    }

    public static TensorShape of(long... sizes) {
        return new TensorShape(java.util.Arrays.stream(sizes).boxed().toList());
    }

    /** Number of axes without the batch. */
    public int rank() {
        return sizes.size();
    }

    public long size(int index) {
        return sizes.get(index);
    }

    /** Size of the first axis. */
    public long channels() {
        return sizes.get(0);
    }

    /** Size of the last axis but one; only for images. */
    public long height() {
        return sizes.get(sizes.size() - 2);
    }

    /** Size of the last axis. */
    public long width() {
        return sizes.get(sizes.size() - 1);
    }

    /** Elements per sample; throws {@link ArithmeticException} beyond 2^63. */
    public long elements() {
        long product = 1;
        for (long size : sizes) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }

    /** This shape with one size changed. */
    public TensorShape with(int index, long size) {
        List<Long> changed = new java.util.ArrayList<>(sizes);
        changed.set(index, size);
        return new TensorShape(changed);
    }

    /** For people: {@code 16 × 32 × 32}. */
    public String display() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }

    @Override
    public String toString() {
        return sizes.toString();
    }
}
