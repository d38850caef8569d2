package convas.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** A sample could be read when its dataset was opened, or was thought to be there, and cannot be read now. */
public final class UnreadableSampleException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient DataProblem problem;

    private UnreadableSampleException(DataProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** @param sample which one, for people: the path of its file */
    public static UnreadableSampleException missing(Object sample, Throwable cause) {
        return new UnreadableSampleException(DataProblem.of("", "dataset.sample.missing", sample), cause);
    }

    /** @param sample the file with it */
    public static UnreadableSampleException broken(Path sample, IOException why) {
        return new UnreadableSampleException(DataProblem.unreadable("", "dataset.sample.broken", sample, why), why);
    }

    /** What to tell. */
    public DataProblem problem() {
        return problem;
    }
}
