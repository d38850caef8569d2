package convas.analysis.lint;

import convas.analysis.Analysis;
import convas.graph.Design;
import java.util.List;

/** All lints. */
public final class Lints {
    private final List<Lint> lints = List.of(
            new UnequalWidths(),
            new GroupedWork(),
            new Fragments(),
            new ElementwiseTraffic(),
            new UnmixedGroups(),
            new FewHiddenUnits(),
            new IdleBias(),
            new PooledCoordinates(),
            new OddGhostWidth(),
            new ShrunkenMap(),
            new SquashedScores(),
            new Unread());

    public List<Lint> all() {
        return lints;
    }

    /** What the lints say of a design; nothing while it has errors. */
    public List<Finding> check(Design design, Analysis analysis) {
        if (analysis.program().isEmpty()) {
            return List.of();
        }
        Wires wires = new Wires(design, analysis);
        return lints.stream().flatMap(lint -> lint.find(wires).stream()).toList();
    }
}
