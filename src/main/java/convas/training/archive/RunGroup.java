package convas.training.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Runs that differ in their seed alone, or in how far they got: what a design comes to, and how much that depends on chance.
 *
 * @param runs at least one
 */
public record RunGroup(List<RunSummary> runs) {
    public RunGroup {
        runs = List.copyOf(runs);
    }

    /** The finished runs of a list by what they trained: program, recipe but for its seed, and data. */
    public static List<RunGroup> of(List<RunSummary> all) {
        Map<RunIdentity, List<RunSummary>> groups = new LinkedHashMap<>();
        for (RunSummary run : all) {
            if (run.state() == RunSummary.State.FINISHED) {
                groups.computeIfAbsent(RunIdentity.of(run.stored()), key -> new ArrayList<>())
                        .add(run);
            }
        }
        return groups.values().stream().map(RunGroup::new).toList();
    }

    /** The same, and each run that is not finished by itself: how far it got says little about the others. */
    public static List<RunGroup> ofAll(List<RunSummary> all) {
        List<RunGroup> groups = new ArrayList<>(of(all));
        all.stream()
                .filter(run -> run.state() != RunSummary.State.FINISHED)
                .forEach(run -> groups.add(new RunGroup(List.of(run))));
        return groups;
    }

    /**
     * What to call each of several groups: the design's name, and where others have that too the variables that tell them
     * apart, {@code net (width=64)}.
     */
    public static List<String> labels(List<RunGroup> groups) {
        List<String> labels = new ArrayList<>();
        for (RunGroup group : groups) {
            String name = group.first().design();
            List<Map<String, String>> namesakes = groups.stream()
                    .filter(other -> other.first().design().equals(name))
                    .map(other -> variables(other.first()))
                    .toList();
            List<String> telling = new ArrayList<>();
            variables(group.first()).forEach((variable, value) -> {
                if (namesakes.stream().anyMatch(other -> !value.equals(other.get(variable)))) {
                    telling.add(variable + "=" + value);
                }
            });
            labels.add(telling.isEmpty() ? name : name + " (" + String.join(", ", telling) + ")");
        }
        return labels;
    }

    private static Map<String, String> variables(RunSummary run) {
        return run.stored()
                .design()
                .map(design -> DesignFields.of(design).variables())
                .orElse(Map.of());
    }

    /** What any of them has in a column that the seed does not change. */
    public RunSummary first() {
        return runs.get(0);
    }

    /** Over those that have a figure. */
    public OptionalDouble mean(RunColumn column) {
        return figures(column).average();
    }

    /** The standard deviation of a sample, with n - 1; absent for less than two figures. */
    public OptionalDouble deviation(RunColumn column) {
        double[] figures = figures(column).toArray();
        if (figures.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(column).getAsDouble();
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / (figures.length - 1)));
    }

    private DoubleStream figures(RunColumn column) {
        return runs.stream()
                .map(column::number)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble);
    }
}
