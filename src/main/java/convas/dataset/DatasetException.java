package convas.dataset;

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

    /** Never empty. */
    public List<DataProblem> problems() {
        return problems;
    }
}
