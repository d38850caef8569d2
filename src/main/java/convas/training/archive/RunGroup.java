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

    /** The finished runs of a list by what they trained: design, recipe but for its seed, and data. */
    public static List<RunGroup> of(List<RunSummary> all) {
        Map<List<Object>, List<RunSummary>> groups = new LinkedHashMap<>();
        for (RunSummary run : all) {
            if (run.state() == RunSummary.State.FINISHED) {
                Map<String, Object> recipe = new LinkedHashMap<>();
                run.stored().recipe().ifPresent(read -> recipe.putAll(read.write()));
                recipe.remove("seed");
                groups.computeIfAbsent(
                                List.of(run.design(), run.stored().design().map(each -> each.sheet()), recipe),
                                key -> new ArrayList<>())
                        .add(run);
            }
        }
        return groups.values().stream().map(RunGroup::new).toList();
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
