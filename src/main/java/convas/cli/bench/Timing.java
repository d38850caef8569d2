package convas.cli.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * How long something takes once warm, on the wall clock, as JMH measured it in a process of its own.
 *
 * @param limit milliseconds that the median is meant to stay under
 * @param median milliseconds
 * @param quarter milliseconds that a quarter of the runs stayed under
 * @param threeQuarters milliseconds that three quarters of the runs stayed under
 * @param runs how many were measured
 */
public record Timing(String name, double limit, double median, double quarter, double threeQuarters, long runs) {
    private static final Map<String, Double> LIMITS =
            Map.of("ghostnetFromJson", 10.0, "tenThousandNodes", 100.0, "ghostnetAfterOneEdit", 5.0);

    /**
     * Measures how quick the analysis is; takes about a minute.
     *
     * @param benchmark has JMH's benchmarks {@code ghostnetFromJson}, {@code tenThousandNodes} and
     *     {@code ghostnetAfterOneEdit}
     * @throws IllegalStateException where JMH could not run, with its reason
     */
    public static List<Timing> ofAnalysis(Class<?> benchmark) {
        Options options = new OptionsBuilder()
                .include(benchmark.getName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(3))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(3))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            return results.stream().map(Timing::of).toList();
        } catch (RunnerException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private static Timing of(RunResult result) {
        String name = result.getPrimaryResult().getLabel();
        Statistics times = result.getPrimaryResult().getStatistics();
        return new Timing(
                name,
                LIMITS.get(name),
                times.getPercentile(50),
                times.getPercentile(25),
                times.getPercentile(75),
                times.getN());
    }
}
