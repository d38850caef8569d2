package convas.training.data;

import convas.graph.Design;
import convas.graph.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What there is to see of a design's data.
 *
 * @param facts absent where the data cannot be had
 * @param problems what is wrong, and what should be known
 */
public record DataSurvey(String type, Optional<Facts> facts, List<Problem> problems) {
    public DataSurvey {
        problems = List.copyOf(problems);
    }

    /**
     * Of the dataset itself.
     *
     * @param shape for people
     * @param training number of samples
     * @param validation number of samples
     * @param classes empty where numbers are learnt
     * @param answers how many numbers are learnt of a sample; 0 where there are classes
     * @param mean by channel
     * @param deviation by channel
     * @param measured on how many training samples
     * @param report what the data is, as it is told everywhere; {@link DataLines} has its sentences
     */
    public record Facts(
            String shape,
            int training,
            int validation,
            List<ClassCount> classes,
            int answers,
            List<Double> mean,
            List<Double> deviation,
            int measured,
            List<Sample> samples,
            DataReport report) {
        public Facts {
            classes = List.copyOf(classes);
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
            samples = List.copyOf(samples);
        }
    }

    /** How many samples of a class there are. */
    public record ClassCount(String name, int training, int validation) {}

    /**
     * A training sample.
     *
     * @param label its class or numbers
     * @param original absent where it is no image
     * @param altered as the recipe's augmentation makes it; absent where it is no image
     */
    public record Sample(String label, Optional<Picture> original, Optional<Picture> altered) {}

    /** @param mend the edit that puts it right, where one does */
    public record Problem(Diagnostic diagnostic, Optional<UnaryOperator<Design>> mend) {}
}
