package convas.cli;

import convas.cli.bench.Timing;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a part of the program on this machine. */
@Command(mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    /** What can be measured. */
    enum What {
        ANALYSIS
    }

    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "analysis", descriptionKey = "bench")
    private What what;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    BenchCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Timing> timings = timings();
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

    private List<Timing> timings() {
        return switch (what) {
            case ANALYSIS -> Timing.ofAnalysis(parts.analysisBenchmark());
        };
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
