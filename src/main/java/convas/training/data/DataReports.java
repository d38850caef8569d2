package convas.training.data;

import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.Split;
import convas.dataset.Survey;
import convas.dataset.Targets;
import convas.graph.Diagnostic;
import convas.training.recipe.DataRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Makes reports of datasets as a recipe uses them. */
public final class DataReports {
    /** The sentence of samples whose values are no numbers. */
    public static final String NOT_FINITE = "datasurvey.values.not-finite";

    private DataReports() {}

    /** Without a look at values. */
    public static DataReport of(DataRecipe recipe, Dataset dataset, Split split) {
        return of(recipe, dataset, split, Optional.empty());
    }

    static DataReport of(DataRecipe recipe, Dataset dataset, Split split, Optional<MeasuredValues> values) {
        List<DataReport.ClassCount> classes = counts(dataset, split);
        List<Survey.Finding> findings = new ArrayList<>(dataset.survey().findings());
        values.ifPresent(known -> findings.addAll(broken(known.unreadable())));
        findings.addAll(unseen(dataset, classes));
        values.ifPresent(known -> findings.addAll(known.findings()));
        return new DataReport(
                recipe.type(),
                DataPaths.path(recipe).orElse(null),
                dataset.digest().isEmpty() ? null : dataset.digest(),
                dataset.shape().sizes(),
                split.training().size(),
                split.validation().size(),
                split.test().size(),
                dataset.split().isPresent() && recipe.validation().isEmpty(),
                dataset.targets() instanceof Targets.Numbers numbers ? numbers.size() : 0,
                dataset.targets() instanceof Targets.Classes all ? all.size() : 0,
                classes.size() > DataReport.MOST_CLASSES ? List.of() : classes,
                values.flatMap(MeasuredValues::values).orElse(null),
                findings.stream().map(DataReports::told).toList());
    }

    private static DataReport.Finding told(Survey.Finding finding) {
        return new DataReport.Finding(
                finding.topic().name().toLowerCase(Locale.ROOT),
                finding.isWarning(),
                finding.sentence().key(),
                finding.sentence().arguments(),
                finding.count().isPresent() ? finding.count().getAsLong() : null,
                finding.examples());
    }

    /** Samples of each class; empty where numbers are learnt. */
    static List<DataReport.ClassCount> counts(Dataset dataset, Split split) {
        if (!(dataset.targets() instanceof Targets.Classes classes)) {
            return List.of();
        }
        int[] training = counts(dataset, split.training(), classes.size());
        int[] validation = counts(dataset, split.validation(), classes.size());
        int[] test = counts(dataset, split.test(), classes.size());
        List<DataReport.ClassCount> counts = new ArrayList<>();
        for (int label = 0; label < training.length; label++) {
            counts.add(new DataReport.ClassCount(
                    classes.names().get(label), training[label], validation[label], test[label]));
        }
        return counts;
    }

    /** Whether each class has a sample, whatever that is for. */
    static boolean haveSamples(Dataset dataset, int classes) {
        List<Integer> all = IntStream.range(0, dataset.size()).boxed().toList();
        return Arrays.stream(counts(dataset, all, classes)).allMatch(count -> count > 0);
    }

    private static int[] counts(Dataset dataset, List<Integer> samples, int classes) {
        int[] counts = new int[classes];
        samples.forEach(sample -> counts[dataset.label(sample)]++);
        return counts;
    }

    /** Of a single class nothing can be learnt: every answer would be right. */
    public static List<Diagnostic> oneClass(Dataset dataset, Split split) {
        if (!(dataset.targets() instanceof Targets.Classes)) {
            return List.of();
        }
        List<String> seen = counts(dataset, split).stream()
                .filter(each -> each.training() > 0)
                .map(DataReport.ClassCount::name)
                .toList();
        return seen.size() == 1
                ? List.of(Diagnostic.error(
                        "", "training.dataset", "datasurvey.labels.one-class", dataset.title(), seen.get(0)))
                : List.of();
    }

    private static List<Survey.Finding> broken(List<DataProblem> unreadable) {
        List<Survey.Finding> findings = new ArrayList<>();
        if (!unreadable.isEmpty()) {
            findings.add(new Survey.Finding(
                    Survey.Topic.BROKEN,
                    true,
                    DataProblem.of("", "datasurvey.broken.met", unreadable.size()),
                    OptionalLong.of(unreadable.size()),
                    unreadable.stream()
                            .map(problem -> problem.arguments().get(0))
                            .toList()));
        }
        unreadable.stream()
                .limit(Survey.NAMED)
                .forEach(problem -> findings.add(
                        new Survey.Finding(Survey.Topic.BROKEN, true, problem, OptionalLong.empty(), List.of())));
        return findings;
    }

    /** Classes that no sample trains, or none examines, where the source has not told of them itself. */
    private static List<Survey.Finding> unseen(Dataset dataset, List<DataReport.ClassCount> classes) {
        List<Survey.Finding> findings = new ArrayList<>();
        boolean isTold =
                dataset.survey().findings().stream().anyMatch(finding -> finding.topic() == Survey.Topic.LABELS);
        List<String> untrained = classes.stream()
                .filter(each -> each.training() == 0)
                .map(DataReport.ClassCount::name)
                .toList();
        if (!isTold && !untrained.isEmpty()) {
            findings.add(finding("datasurvey.labels.untrained", untrained));
        }
        List<String> unexamined = classes.stream()
                .filter(each -> each.training() > 0 && each.validation() == 0)
                .map(DataReport.ClassCount::name)
                .toList();
        boolean examines = classes.stream().anyMatch(each -> each.validation() > 0);
        if (examines && !unexamined.isEmpty()) {
            findings.add(finding("datasurvey.labels.unexamined", unexamined));
        }
        return findings;
    }

    private static Survey.Finding finding(String key, List<String> names) {
        String named = String.join(", ", names.subList(0, Math.min(Survey.NAMED, names.size())));
        return new Survey.Finding(
                Survey.Topic.LABELS,
                false,
                DataProblem.of("", key, names.size(), names.size() > Survey.NAMED ? named + ", ..." : named),
                OptionalLong.of(names.size()),
                names);
    }
}
