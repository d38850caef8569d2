package convas.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A dataset cannot be had; with everything that is in the way. */
public final class DatasetException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<DataProblem> problems;

    public DatasetException(List<DataProblem> problems, Throwable cause) {
        super(problems.toString(), cause);
        this.problems = List.copyOf(problems);
    }

    public static DatasetException of(String option, String key, Object... arguments) {
        return new DatasetException(List.of(DataProblem.of(option, key, arguments)), null);
    }

    /** A file of the dataset cannot be read. */
    public static DatasetException unreadable(String option, Path file, IOException why) {
        return new DatasetException(List.of(DataProblem.unreadable(option, "dataset.file.unreadable", file, why)), why);
    }

    /** Never empty. */
    public List<DataProblem> problems() {
        return problems;
    }
}
