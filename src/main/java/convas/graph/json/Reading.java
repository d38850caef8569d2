package convas.graph.json;

import convas.graph.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file: the thing read, as far as it could be understood, and everything wrong with the file.
 *
 * @param <T> what was asked for, a design or a module's body
 * @param value absent where the file could not be understood at all
 */
public record Reading<T>(Optional<T> value, List<Diagnostic> problems) {
    public Reading {
        problems = List.copyOf(problems);
    }

    /** Whether something was read and nothing is wrong with it. */
    public boolean isClean() {
        return value.isPresent() && problems.stream().noneMatch(Diagnostic::isError);
    }
}
