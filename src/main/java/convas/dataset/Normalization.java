package convas.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Brightness 0 to 1 becomes {@code (brightness - mean) / deviation}, by channel.
 *
 * @param mean by channel
 * @param deviation by channel, positive
 */
public record Normalization(List<Double> mean, List<Double> deviation) {
    public Normalization {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /**
     * Mean and deviation (of the population) over the pixels of some images at their own size: of the training images,
     * so that nothing about the others leaks in. A channel without any contrast keeps its deviation at 1.
     */
    public static Normalization of(Dataset dataset, List<Integer> images) {
        ImageShape shape = dataset.shape();
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int channel = 0; channel < shape.channels(); channel++) {
            double sum = 0;
            double squares = 0;
            for (int image : images) {
                for (int row = 0; row < shape.height(); row++) {
                    for (int column = 0; column < shape.width(); column++) {
                        double brightness = dataset.brightness(image, row, column, channel);
                        sum += brightness;
                        squares += brightness * brightness;
                    }
                }
            }
            double count = Math.max(1.0, (double) images.size() * shape.height() * shape.width());
            double mean = sum / count;
            double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
            means.add(mean);
            deviations.add(deviation > 1e-6 ? deviation : 1.0);
        }
        return new Normalization(means, deviations);
    }
}
