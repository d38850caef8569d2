package convas.engine;

import convas.graph.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Work with the engine cannot start or go on, for reasons that the user is told. */
public final class RunFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> problems;
    private final boolean passing;

    public RunFailure(List<Diagnostic> problems, Throwable cause) {
        this(problems, cause, false);
    }

    private RunFailure(List<Diagnostic> problems, Throwable cause, boolean passing) {
        super(problems.toString(), cause);
        this.problems = List.copyOf(problems);
        this.passing = passing;
    }

    public static RunFailure of(Throwable cause, String key, Object... arguments) {
        return new RunFailure(List.of(Diagnostic.error("", "", key, arguments)), cause);
    }

    /** The same with one more sentence. */
    public RunFailure and(String key, Object... arguments) {
        List<Diagnostic> more = new ArrayList<>(problems);
        more.add(Diagnostic.error("", "", key, arguments));
        return new RunFailure(more, getCause(), passing);
    }

    /** The same for a reason that the user may take away, after which the work can be gone on with. */
    public RunFailure passing() {
        return new RunFailure(problems, getCause(), true);
    }

    /** The same where nothing is left to go on with. */
    public RunFailure lasting() {
        return new RunFailure(problems, getCause(), false);
    }

    /** Whether the reason may be gone another time; that of a fault, or of the numbers themselves, is not. */
    public boolean mayPass() {
        return passing;
    }

    public List<Diagnostic> problems() {
        return problems;
    }
}
