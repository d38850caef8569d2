package convas.analysis;

import convas.graph.Diagnostic;
import convas.operator.Cost;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything known of a design.
 *
 * @param program present exactly where no diagnostic is an error
 * @param nodes a report per path, in the order of computation; also for half-built designs, as far as can be known
 * @param total the sum over the program; empty where some cost is unknown
 */
public record Analysis(
        Optional<Program> program, Map<String, NodeReport> nodes, Optional<Cost> total, List<Diagnostic> diagnostics) {
    public Analysis {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        diagnostics = List.copyOf(diagnostics);
    }

    public Optional<NodeReport> node(String path) {
        return Optional.ofNullable(nodes.get(path));
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
