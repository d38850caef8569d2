package convas.dataset;

/**
 * Makes batches: images resized to what a network wants and normalised, as one float array in the order image, row,
 * column, channel. Handed to an engine as {@code (N, H, W, C)} and transposed to {@code (N, C, H, W)}, the strides stay
 * channels-last, which is what convolution is fastest with.
 *
 * <p>Resizing is bilinear between pixel centres, the edge repeated: {@code interpolate(mode="bilinear",
 * align_corners=False)} of PyTorch. Going down it does not average, so much smaller sizes alias.
 */
public final class BatchReader {
    private final Dataset dataset;
    private final Axis rows;
    private final Axis columns;
    private final float[] mean;
    private final float[] scale;

    public BatchReader(Dataset dataset, int height, int width, Normalization normalization) {
        this.dataset = dataset;
        this.rows = new Axis(dataset.shape().height(), height);
        this.columns = new Axis(dataset.shape().width(), width);
        int channels = dataset.shape().channels();
        this.mean = new float[channels];
        this.scale = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            mean[channel] = normalization.mean().get(channel).floatValue();
            scale[channel] = (float) (1 / normalization.deviation().get(channel));
        }
    }

    /** Values of one image in a batch. */
    public int elements() {
        return dataset.shape().channels() * rows.size() * columns.size();
    }

    /** The images {@code order[from .. from + count)}, {@code count * elements()} values. */
    public float[] images(int[] order, int from, int count) {
        float[] batch = new float[Math.multiplyExact(count, elements())];
        int next = 0;
        for (int item = from; item < from + count; item++) {
            next = append(order[item], batch, next);
        }
        return batch;
    }

    /** The labels of the same images. */
    public int[] labels(int[] order, int from, int count) {
        int[] labels = new int[count];
        for (int item = 0; item < count; item++) {
            labels[item] = dataset.label(order[from + item]);
        }
        return labels;
    }

    private int append(int image, float[] batch, int start) {
        int next = start;
        for (int y = 0; y < rows.size(); y++) {
            int top = rows.low[y];
            int bottom = rows.high[y];
            float down = rows.fraction[y];
            for (int x = 0; x < columns.size(); x++) {
                int left = columns.low[x];
                int right = columns.high[x];
                float across = columns.fraction[x];
                for (int channel = 0; channel < mean.length; channel++) {
                    float above = mix(
                            dataset.brightness(image, top, left, channel),
                            dataset.brightness(image, top, right, channel),
                            across);
                    float below = mix(
                            dataset.brightness(image, bottom, left, channel),
                            dataset.brightness(image, bottom, right, channel),
                            across);
                    batch[next++] = (mix(above, below, down) - mean[channel]) * scale[channel];
                }
            }
        }
        return next;
    }

    private static float mix(float first, float second, float fraction) {
        return first + (second - first) * fraction;
    }

    /** Where the samples of one axis lie between the pixels of the source. */
    private static final class Axis {
        private final int[] low;
        private final int[] high;
        private final float[] fraction;

        Axis(int source, int target) {
            low = new int[target];
            high = new int[target];
            fraction = new float[target];
            for (int index = 0; index < target; index++) {
                double place = Math.max(0, (index + 0.5) * source / target - 0.5);
                low[index] = Math.min((int) place, source - 1);
                high[index] = Math.min(low[index] + 1, source - 1);
                fraction[index] = (float) (place - low[index]);
            }
        }

        int size() {
            return low.length;
        }
    }
}
