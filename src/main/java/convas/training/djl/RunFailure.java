package convas.training.djl;

import convas.graph.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Work with the engine cannot start or go on, for reasons that the user is told. */
public final class RunFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> problems;

    public RunFailure(List<Diagnostic> problems, Throwable cause) {
        super(problems.toString(), cause);
        this.problems = List.copyOf(problems);
    }

    public static RunFailure of(Throwable cause, String key, Object... arguments) {
        return new RunFailure(List.of(Diagnostic.error("", "", key, arguments)), cause);
    }

    /** The same with one more sentence. */
    RunFailure and(String key, Object... arguments) {
        List<Diagnostic> more = new ArrayList<>(problems);
        more.add(Diagnostic.error("", "", key, arguments));
        return new RunFailure(more, getCause());
    }

    public List<Diagnostic> problems() {
        return problems;
    }
}
