package convas.catalog.primitive;

import convas.operator.Pair;
import convas.operator.Sight;

/**
 * A window that slides along one axis, and the sizes that follow from it by PyTorch's formulas.
 *
 * @param padding added on both sides
 */
record Sliding(long kernel, long stride, long padding, long dilation) {
    static Sliding along(boolean height, Pair kernel, Pair stride, Pair padding, Pair dilation) {
        return height
                ? new Sliding(kernel.height(), stride.height(), padding.height(), dilation.height())
                : new Sliding(kernel.width(), stride.width(), padding.width(), dilation.width());
    }

    /** Input positions from the window's first to its last, both counted. */
    long extent() {
        return Math.addExact(Math.multiplyExact(dilation, kernel - 1), 1);
    }

    long padded(long size) {
        return Math.addExact(size, Math.multiplyExact(2, padding));
    }

    boolean fits(long size) {
        return extent() <= padded(size);
    }

    /** What an output position sees of the axis, padding with it. */
    Sight sight() {
        return Sight.of(stride, -padding, extent() - 1 - padding);
    }

    /** What a position of a transposed convolution's output sees of its input. */
    Sight transposedSight() {
        return Sight.of(1.0 / stride, (double) (padding - extent() + 1) / stride, (double) padding / stride);
    }

    /** Output size of a convolution; only where the window {@link #fits}. */
    long convolved(long size) {
        return (padded(size) - extent()) / stride + 1;
    }

    /**
     * Output size of a pool; less than 1 where it has none. With {@code ceil}, a last window that is cut off counts,
     * unless it would start in the padding behind the input.
     */
    long pooled(long size, boolean ceil) {
        long room = padded(size) - extent();
        long output = Math.floorDiv(ceil ? Math.addExact(room, stride - 1) : room, stride) + 1;
        boolean startsBehind = ceil && Math.multiplyExact(output - 1, stride) >= size + padding;
        return startsBehind ? output - 1 : output;
    }

    /** Output size of a transposed convolution; less than 1 where it has none. */
    long transposed(long size, long outputPadding) {
        long spread = Math.addExact(Math.multiplyExact(size - 1, stride), extent());
        return Math.addExact(spread - Math.multiplyExact(2, padding), outputPadding);
    }
}
