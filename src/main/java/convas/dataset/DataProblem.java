package convas.dataset;

import java.util.List;

/**
 * Something to tell about a dataset.
 *
 * @param option of the dataset in question; empty where it is the dataset as a whole
 * @param key the sentence's key in the resource bundles
 * @param arguments what fills the sentence's placeholders
 */
public record DataProblem(String option, String key, List<String> arguments) {
    public DataProblem {
        arguments = List.copyOf(arguments);
    }

    public static DataProblem of(String option, String key, Object... arguments) {
        return new DataProblem(
                option, key, List.of(arguments).stream().map(String::valueOf).toList());
    }
}
