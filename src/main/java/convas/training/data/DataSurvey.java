package convas.training.data;

import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.training.recipe.DataRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What there is to see of a design's data.
 *
 * @param source what was looked at, with nothing of how a run alters or scales it; absent where the recipe is bad
 * @param facts absent where the data cannot be had
 * @param problems what is wrong, and what should be known
 */
public record DataSurvey(String type, Optional<DataRecipe> source, Optional<Facts> facts, List<Problem> problems) {
    public DataSurvey {
        problems = List.copyOf(problems);
    }

    /** This, with what a whole look has told of the source in place of what the passing one did. */
    public DataSurvey with(DataLook look) {
        List<Problem> all = new ArrayList<>();
        look.problems().forEach(problem -> all.add(new Problem(problem, Optional.empty(), true)));
        problems.stream().filter(problem -> !problem.ofSource()).forEach(all::add);
        Optional<Facts> known =
                facts.map(glanced -> look.report().map(glanced::with).orElse(glanced));
        return new DataSurvey(type, source, known, all);
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

        private Facts with(DataReport whole) {
            Optional<DataReport.Values> values = Optional.ofNullable(whole.values());
            return new Facts(
                    shape,
                    whole.training(),
                    whole.validation(),
                    whole.classes().isEmpty() ? classes : classes(whole.classes()),
                    answers,
                    values.map(DataReport.Values::mean).orElse(mean),
                    values.map(Facts::divisors).orElse(deviation),
                    values.map(DataReport.Values::samples).orElse(measured),
                    samples,
                    whole);
        }

        static List<ClassCount> classes(List<DataReport.ClassCount> counts) {
            return counts.stream()
                    .map(each -> new ClassCount(each.name(), each.training(), each.validation()))
                    .toList();
        }

        /** What is not scaled is divided by 1. */
        static List<Double> divisors(DataReport.Values values) {
            return values.deviation().stream()
                    .map(each -> each > 0 ? each : 1.0)
                    .toList();
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

    /**
     * Something to know.
     *
     * @param mend the edit that puts it right, where one does
     * @param ofSource whether it is about the source alone, and not about how design and recipe fit to it
     */
    public record Problem(Diagnostic diagnostic, Optional<UnaryOperator<Design>> mend, boolean ofSource) {
        /** Whether it names something that cannot be read. */
        public boolean ofBroken() {
            return ofSource && DataLook.isOfBroken(diagnostic.key());
        }
    }
}
