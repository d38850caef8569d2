package convas.training.data;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a source of samples is, the same for every kind: told before a run, kept in its card, shown in the window, printed
 * by a command. A value that is written as JSON as it is.
 *
 * @param type the kind, as a recipe names it
 * @param path where the files are; null where the kind needs none
 * @param digest of the data as read; null where it was only looked at
 * @param shape of a sample: channels, height, width; or how many numbers
 * @param training how many samples train
 * @param validation how many samples validate
 * @param test how many samples test at the end
 * @param ownParts whether the source itself says which samples validate; else a share of each class was held back
 * @param answers how many numbers are learnt of a sample; 0 where there are classes
 * @param classCount how many classes there are; 0 where numbers are learnt
 * @param classes with their counts; empty where numbers are learnt, and where there are more than {@link #MOST_CLASSES}
 * @param values null where none was looked at
 * @param findings what was met
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataReport(
        String type,
        String path,
        String digest,
        List<Integer> shape,
        int training,
        int validation,
        int test,
        boolean ownParts,
        int answers,
        int classCount,
        List<ClassCount> classes,
        Values values,
        List<Finding> findings) {
    /** So many classes are listed. */
    public static final int MOST_CLASSES = 1000;

    public DataReport {
        shape = shape == null ? List.of() : List.copyOf(shape);
        classes = classes == null ? List.of() : List.copyOf(classes);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** The same with other findings. */
    DataReport withFindings(List<Finding> other) {
        return new DataReport(
                type,
                path,
                digest,
                shape,
                training,
                validation,
                test,
                ownParts,
                answers,
                classCount,
                classes,
                values,
                other);
    }

    /** How many samples of a class there are. */
    public record ClassCount(String name, int training, int validation, int test) {}

    /**
     * Figures over training samples.
     *
     * @param samples how many were looked at
     * @param mean by channel
     * @param deviation by channel, of the population; 0 where all values are one
     */
    public record Values(int samples, List<Double> mean, List<Double> deviation, double least, double greatest) {
        public Values {
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
        }
    }

    /**
     * One thing that was met.
     *
     * @param topic {@code structure}, {@code aside}, {@code broken}, {@code images}, {@code sizes}, {@code labels} or
     *     {@code values}
     * @param warning whether it has to be known before a run
     * @param key of the sentence in the resource bundles
     * @param arguments of the sentence
     * @param count of files or samples; null where it is about the source as a whole
     * @param examples the first of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            String topic, boolean warning, String key, List<String> arguments, Long count, List<String> examples) {
        public Finding {
            arguments = List.copyOf(arguments);
            examples = examples == null ? List.of() : List.copyOf(examples);
        }
    }
}
