package convas.cli;

import convas.analysis.Analysis;
import convas.analysis.figures.WeightSizes;
import convas.graph.Design;
import convas.graph.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A design and everything known of it.
 *
 * @param name as the caller wrote it
 * @param source the file it came from; empty for a preset that stands in no file
 * @param design with the caller's values; empty where the file could not be understood
 * @param diagnostics of the file and of the design
 */
public record CheckedDesign(
        String name,
        Optional<Path> source,
        Optional<Design> design,
        Optional<Analysis> analysis,
        List<Diagnostic> diagnostics) {
    /** The same with what keeps this machine from computing the design, sound as it may be; it can still be counted. */
    public CheckedDesign toCompute() {
        return with(tooLarge());
    }

    /** The same, told as warnings. */
    CheckedDesign toComputeOrNot() {
        return with(tooLarge().stream()
                .map(each -> new Diagnostic(
                        Diagnostic.Severity.WARNING, each.path(), each.parameter(), each.key(), each.arguments()))
                .toList());
    }

    private List<Diagnostic> tooLarge() {
        return analysis.flatMap(Analysis::program).map(WeightSizes::tooLarge).orElse(List.of());
    }

    private CheckedDesign with(List<Diagnostic> more) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(more);
        return new CheckedDesign(name, source, design, analysis, List.copyOf(all));
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
