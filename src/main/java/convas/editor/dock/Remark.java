package convas.editor.dock;

import convas.analysis.lint.Finding;
import convas.graph.Diagnostic;
import java.util.Optional;

/**
 * A line of the list of problems.
 *
 * @param advice where it is advice on a design that is right: the finding, with its reason and perhaps a mend
 */
record Remark(Diagnostic diagnostic, Optional<Finding> advice) {
    static Remark of(Diagnostic diagnostic) {
        return new Remark(diagnostic, Optional.empty());
    }

    static Remark of(Finding finding) {
        return new Remark(finding.diagnostic(), Optional.of(finding));
    }
}
