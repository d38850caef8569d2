package convas.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A value becomes {@code (value - mean) / deviation}, by channel; the values of images are brightness, 0 to 1.
 *
 * @param mean by channel
 * @param deviation by channel, positive
 */
public record Normalization(List<Double> mean, List<Double> deviation) {
    public Normalization {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /** Everything stays as it is. */
    public static Normalization none(int channels) {
        return new Normalization(Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0));
    }

    /**
     * Mean and deviation (of the population) over all values of some samples at their own size: of the training samples,
     * so that nothing about the others leaks in. A channel without any contrast keeps its deviation at 1.
     *
     * @throws UnreadableSampleException of the first that cannot be read
     */
    public static Normalization of(Dataset dataset, List<Integer> samples) throws UnreadableSampleException {
        int channels = dataset.shape().channels();
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        float[] values = new float[dataset.shape().elements()];
        for (int sample : samples) {
            dataset.read(sample, values, 0);
            for (int index = 0; index < values.length; index += channels) {
                for (int channel = 0; channel < channels; channel++) {
                    double value = values[index + channel];
                    sums[channel] += value;
                    squares[channel] += value * value;
                }
            }
        }
        double count = Math.max(1.0, (double) samples.size() * values.length / channels);
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            double mean = sums[channel] / count;
            double deviation = Math.sqrt(Math.max(0, squares[channel] / count - mean * mean));
            means.add(mean);
            deviations.add(deviation > 1e-6 ? deviation : 1.0);
        }
        return new Normalization(means, deviations);
    }
}
