package convas.graph.grouping;

import convas.graph.Design;
import convas.graph.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What came of grouping or ungrouping.
 *
 * @param design the design afterwards; absent where it was refused
 * @param nodes ids of the nodes that are new on the sheet
 * @param problems every reason why it was refused
 */
public record Regrouping(Optional<Design> design, List<String> nodes, List<Diagnostic> problems) {
    public Regrouping {
        nodes = List.copyOf(nodes);
        problems = List.copyOf(problems);
    }

    static Regrouping done(Design design, List<String> nodes) {
        return new Regrouping(Optional.of(design), nodes, List.of());
    }

    static Regrouping refused(List<Diagnostic> problems) {
        return new Regrouping(Optional.empty(), List.of(), problems);
    }
}
