package convas.dataset.image;

/**
 * The triangle filter of Pillow's {@code BILINEAR}, stretched over all pixels that fall on one where an image is made
 * smaller; with weights of 22 bits behind the point as there, so that the sums are the same to the last bit.
 */
final class Filter {
    static final int BITS = 22;
    static final int HALF = 1 << (BITS - 1);

    private final int[] first;
    private final int[] count;
    private final int[] weights;
    private final int most;

    /** @param from how many pixels become {@code to} */
    Filter(int from, int to) {
        double scale = (double) from / to;
        double reach = Math.max(scale, 1);
        most = (int) Math.min(from, 2L * (long) Math.ceil(reach) + 1);
        first = new int[to];
        count = new int[to];
        weights = new int[Math.multiplyExact(to, most)];
        double[] exact = new double[most];
        for (int target = 0; target < to; target++) {
            double center = (target + 0.5) * scale;
            int low = Math.max(0, (int) (center - reach + 0.5));
            int high = Math.min(from, (int) (center + reach + 0.5));
            double sum = 0;
            for (int index = 0; index < high - low; index++) {
                exact[index] = Math.max(0, 1 - Math.abs((index + low - center + 0.5) / reach));
                sum += exact[index];
            }
            first[target] = low;
            count[target] = high - low;
            for (int index = 0; index < high - low; index++) {
                weights[target * most + index] = (int) (0.5 + exact[index] / sum * (1 << BITS));
            }
        }
    }

    /** The first pixel that a target is made of. */
    int first(int target) {
        return first[target];
    }

    /** How many pixels a target is made of. */
    int count(int target) {
        return count[target];
    }

    /** Where in {@link #weights} those of a target begin. */
    int at(int target) {
        return target * most;
    }

    int[] weights() {
        return weights;
    }

    /** What a sum of weighted bytes, and {@link #HALF}, comes to: 0 to 255. */
    static int clip(int sum) {
        return Math.max(0, Math.min(255, sum >> BITS));
    }
}
