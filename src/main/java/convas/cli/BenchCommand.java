package convas.cli;

import convas.cli.bench.Measurement;
import convas.cli.bench.Timing;
import convas.cli.profile.ModulesBenchmark;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a part of the program on this machine. */
@Command(mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    /** What can be measured. */
    enum What {
        ANALYSIS,
        CANVAS,
        DATA,
        LAYOUT,
        MODULES,
        TRAINING,
        WINDOW
    }

    private static final int LEAST_NODES = 100;

    private final Parts parts;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WHAT", descriptionKey = "bench")
    private What what;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "1000")
    private int nodes;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1", descriptionKey = "bench-threads")
    private int threads;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "30", descriptionKey = "bench-steps")
    private int steps;

    @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "bench-network")
    private List<String> networks = List.of();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    BenchCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (what) {
            case ANALYSIS -> analysis();
            case CANVAS -> drawn(nodes -> parts.benchmarks().canvas(nodes));
            case DATA -> measurement(() -> parts.benchmarks().data());
            case LAYOUT -> drawn(nodes -> parts.benchmarks().layout(nodes));
            case MODULES -> new ModulesBenchmark(parts, console).run(json);
            case TRAINING -> training();
            case WINDOW -> measurement(() -> parts.benchmarks().window());
        };
    }

    private int drawn(IntFunction<Measurement> measuring) {
        if (nodes < LEAST_NODES) {
            throw new Misuse(spec, parts.texts().get("cli.bench.nodes", LEAST_NODES, nodes));
        }
        return measurement(() -> measuring.apply(nodes));
    }

    private int training() {
        positive("--threads", threads);
        positive("--steps", steps);
        List<String> known = parts.benchmarks().networks();
        for (String network : networks) {
            if (!known.contains(network)) {
                throw new Misuse(spec, parts.texts().get("cli.bench.network", String.join(", ", known), network));
            }
        }
        List<String> wanted = networks.isEmpty() ? known : networks;
        return measurement(() -> parts.benchmarks().training(wanted, threads, steps));
    }

    private void positive(String option, int value) {
        if (value < 1) {
            throw new Misuse(spec, parts.texts().get("cli.usage.positive", option, value));
        }
    }

    private int measurement(Supplier<Measurement> measuring) {
        Measurement found;
        try {
            found = measuring.get();
        } catch (IllegalStateException impossible) {
            console.err().println(impossible.getMessage());
            console.err().flush();
            return ExitCode.ERRORS;
        }
        if (json) {
            print(found);
            return ExitCode.FINE;
        }
        found.lines().forEach(console.out()::println);
        TextTable table = new TextTable(
                List.of(
                        parts.texts().get("cli.bench.name"),
                        parts.texts().get("cli.bench.median"),
                        parts.texts().get("cli.bench.p95"),
                        parts.texts().get("cli.bench.most"),
                        parts.texts().get("cli.bench.runs")),
                1);
        for (Measurement.Series series : found.series()) {
            table.add(List.of(
                    series.name(),
                    shown(series.median()),
                    shown(series.p95()),
                    shown(series.most()),
                    Integer.toString(series.count())));
        }
        table.print(console.out());
        console.out().flush();
        return ExitCode.FINE;
    }

    private void print(Measurement found) {
        JsonOutput.print(console.out(), true, out -> {
            out.writeStartObject();
            out.writeStringField("benchmark", found.name());
            for (Map.Entry<String, Object> fact : found.facts().entrySet()) {
                out.writeObjectField(fact.getKey(), fact.getValue());
            }
            out.writeArrayFieldStart("series");
            for (Measurement.Series series : found.series()) {
                out.writeStartObject();
                out.writeStringField("name", series.name());
                out.writeNumberField("median_ms", series.median());
                out.writeNumberField("p95_ms", series.p95());
                out.writeNumberField("max_ms", series.most());
                out.writeNumberField("count", series.count());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private int analysis() {
        List<Timing> timings = Timing.ofAnalysis(parts.benchmarks().analysis());
        if (json) {
            print(timings);
            return ExitCode.FINE;
        }
        TextTable table = new TextTable(
                List.of(
                        parts.texts().get("cli.bench.name"),
                        parts.texts().get("cli.bench.median"),
                        parts.texts().get("cli.bench.quartiles"),
                        parts.texts().get("cli.bench.limit"),
                        parts.texts().get("cli.bench.runs")),
                1);
        for (Timing timing : timings) {
            table.add(List.of(
                    timing.name(),
                    shown(timing.median()),
                    shown(timing.quarter()) + " - " + shown(timing.threeQuarters()),
                    shown(timing.limit()),
                    Long.toString(timing.runs())));
        }
        table.print(console.out());
        console.out().flush();
        return ExitCode.FINE;
    }

    private String shown(double milliseconds) {
        return String.format(parts.texts().locale(), "%.2f", milliseconds);
    }

    private void print(List<Timing> timings) {
        JsonOutput.print(console.out(), true, out -> {
            out.writeStartObject();
            out.writeStringField("benchmark", what.name().toLowerCase(Locale.ROOT));
            out.writeArrayFieldStart("timings");
            for (Timing timing : timings) {
                out.writeStartObject();
                out.writeStringField("name", timing.name());
                out.writeNumberField("median_ms", timing.median());
                out.writeNumberField("quarter_ms", timing.quarter());
                out.writeNumberField("three_quarters_ms", timing.threeQuarters());
                out.writeNumberField("limit_ms", timing.limit());
                out.writeNumberField("runs", timing.runs());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
