package convas.cli;

import convas.analysis.Analysis;
import convas.graph.Design;
import convas.graph.Diagnostic;
import java.nio.file.Path;
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
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
