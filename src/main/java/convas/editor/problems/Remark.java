package convas.editor.problems;

import convas.analysis.lint.Finding;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.training.FitCheck;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something to be said of a design.
 *
 * @param advice where it is advice on a design that is right: the finding, with its reason
 * @param mend the edit that makes it right, where one does
 */
public record Remark(Diagnostic diagnostic, Optional<Finding> advice, Optional<UnaryOperator<Design>> mend) {
    /** With the mend that the advice has. */
    public Remark(Diagnostic diagnostic, Optional<Finding> advice) {
        this(diagnostic, advice, advice.flatMap(Finding::mend));
    }

    static Remark of(Diagnostic diagnostic) {
        return new Remark(diagnostic, Optional.empty());
    }

    static Remark of(FitCheck.Problem problem) {
        return new Remark(problem.diagnostic(), Optional.empty(), problem.mend());
    }

    static Remark of(Finding finding) {
        return new Remark(finding.diagnostic(), Optional.of(finding));
    }

    /** Whether one edit makes it right. */
    public boolean isMendable() {
        return mend.isPresent();
    }

    /** Whether it is an error of a parameter of the node at a path. */
    public boolean isError(String path, String parameter) {
        return diagnostic.isError()
                && diagnostic.path().equals(path)
                && diagnostic.parameter().equals(parameter);
    }

    /** Whether it is about the node at a path, one of its copies, or something inside it. */
    public boolean concerns(String path) {
        String place = diagnostic.path();
        return place.equals(path) || place.startsWith(path + "/") || place.startsWith(path + ".");
    }
}
