package convas.analysis.lint;

import convas.graph.Design;
import convas.graph.Diagnostic;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A place where a lint applies.
 *
 * @param diagnostic never an error
 * @param mend the edit that makes it right, where one edit does
 */
public record Finding(Lint lint, Diagnostic diagnostic, Optional<UnaryOperator<Design>> mend) {
    static Finding hint(Lint lint, String path, String parameter, Object... arguments) {
        Diagnostic told = Diagnostic.warning(path, parameter, lint.key(), arguments);
        return new Finding(
                lint,
                new Diagnostic(Diagnostic.Severity.HINT, path, parameter, lint.key(), told.arguments()),
                Optional.empty());
    }

    static Finding warning(Lint lint, String path, String parameter, Object... arguments) {
        return new Finding(lint, Diagnostic.warning(path, parameter, lint.key(), arguments), Optional.empty());
    }

    Finding with(Optional<UnaryOperator<Design>> edit) {
        return new Finding(lint, diagnostic, edit);
    }
}
