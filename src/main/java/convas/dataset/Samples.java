package convas.dataset;

/**
 * A batch before it goes to an engine. Owns its arrays, which whoever gets it may use up.
 *
 * <p>The values are in the order sample, row, column, channel. Handed to an engine as {@code (N, H, W, C)} and transposed
 * to {@code (N, C, H, W)}, the strides stay channels-last, which is what convolution is fastest with.
 */
public final class Samples {
    private final int size;
    private final float[] values;
    private final int[] labels;
    private final float[] targets;

    /**
     * @param labels the class of each sample; empty where there are numbers
     * @param targets {@code (N, classes)} the share of each class, summing to 1; or {@code (N, numbers)}
     */
    Samples(int size, float[] values, int[] labels, float[] targets) {
        this.size = size;
        this.values = values;
        this.labels = labels;
        this.targets = targets;
    }

    /** Number of samples. */
    public int size() {
        return size;
    }

    public float[] values() {
        return values;
    }

    public int[] labels() {
        return labels;
    }

    public float[] targets() {
        return targets;
    }
}
