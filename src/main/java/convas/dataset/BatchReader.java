package convas.dataset;

/**
 * Makes batches: samples read, images resized to what a network wants, and normalised. Safe for several threads.
 *
 * <p>Resizing is bilinear between pixel centres, the edge repeated: {@code interpolate(mode="bilinear",
 * align_corners=False)} of PyTorch. Going down it does not average, so much smaller sizes alias.
 */
public final class BatchReader {
    private final Dataset dataset;
    private final Axis rows;
    private final Axis columns;
    private final boolean resized;
    private final float[] mean;
    private final float[] scale;

    /** @param height and width of the network's Input in pixels; 1 and 1 where the samples are no images */
    public BatchReader(Dataset dataset, int height, int width, Normalization normalization) {
        this.dataset = dataset;
        this.rows = new Axis(dataset.shape().height(), height);
        this.columns = new Axis(dataset.shape().width(), width);
        this.resized =
                height != dataset.shape().height() || width != dataset.shape().width();
        int channels = dataset.shape().channels();
        this.mean = new float[channels];
        this.scale = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            mean[channel] = normalization.mean().get(channel).floatValue();
            scale[channel] = (float) (1 / normalization.deviation().get(channel));
        }
    }

    /** Values of one sample in a batch. */
    public int elements() {
        return dataset.shape().channels() * rows.size() * columns.size();
    }

    /**
     * The samples {@code order[from .. from + count)} as they are.
     *
     * @throws UnreadableSampleException of the first that cannot be read
     */
    public Samples read(int[] order, int from, int count) throws UnreadableSampleException {
        return read(order, from, count, Augmentation.NONE, 0);
    }

    /**
     * The same samples altered.
     *
     * @param seed another one for each epoch; what happens to a sample depends on it and the sample, mixing also on the
     *     sample after it
     * @throws UnreadableSampleException of the first that cannot be read
     */
    public Samples read(int[] order, int from, int count, Augmentation augmentation, long seed)
            throws UnreadableSampleException {
        float[] values = new float[Math.multiplyExact(count, elements())];
        int outputs = dataset.targets().size();
        float[] targets = new float[Math.multiplyExact(count, outputs)];
        boolean classes = dataset.targets() instanceof Targets.Classes;
        int[] labels = new int[classes ? count : 0];
        long[] seeds = new long[count];
        float[] source = new float[dataset.shape().elements()];
        float[] image = resized ? new float[elements()] : source;
        Alteration alteration =
                new Alteration(augmentation, rows.size(), columns.size(), mean.length, mean, dataset.isBrightness());
        for (int item = 0; item < count; item++) {
            int sample = order[from + item];
            seeds[item] = Seeds.derive(seed, sample);
            dataset.read(sample, source, 0);
            if (resized) {
                resize(source, image);
            }
            if (augmentation.needsImages()) {
                alteration.alter(image, seeds[item]);
            }
            normalize(image, values, item * elements());
            dataset.target(sample, targets, item * outputs);
            if (classes) {
                labels[item] = dataset.label(sample);
            }
        }
        if (augmentation.mixup() > 0 && count > 1) {
            Mixing.mix(values, targets, seeds, augmentation.mixup());
        }
        return new Samples(count, values, labels, targets);
    }

    private void normalize(float[] image, float[] batch, int start) {
        int channels = mean.length;
        for (int index = 0; index < image.length; index += channels) {
            for (int channel = 0; channel < channels; channel++) {
                batch[start + index + channel] = (image[index + channel] - mean[channel]) * scale[channel];
            }
        }
    }

    private void resize(float[] source, float[] image) {
        int channels = mean.length;
        int next = 0;
        int stride = columns.source * channels;
        for (int y = 0; y < rows.size(); y++) {
            int top = rows.low[y] * stride;
            int bottom = rows.high[y] * stride;
            for (int x = 0; x < columns.size(); x++) {
                int left = columns.low[x] * channels;
                int right = columns.high[x] * channels;
                float across = columns.fraction[x];
                for (int channel = 0; channel < channels; channel++) {
                    float above = mix(source[top + left + channel], source[top + right + channel], across);
                    float below = mix(source[bottom + left + channel], source[bottom + right + channel], across);
                    image[next++] = mix(above, below, rows.fraction[y]);
                }
            }
        }
    }

    private static float mix(float first, float second, float fraction) {
        return first + (second - first) * fraction;
    }

    /** Where the samples of one axis lie between the pixels of the source. */
    private static final class Axis {
        private final int source;
        private final int[] low;
        private final int[] high;
        private final float[] fraction;

        Axis(int source, int target) {
            this.source = source;
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
