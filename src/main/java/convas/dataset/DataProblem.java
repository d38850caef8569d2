package convas.dataset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * A file that cannot be read. Exceptions of the file system say no more than the file's name, so what they are tells.
     *
     * @param key of a sentence that takes the file and a reason; {@code key.denied} takes the file alone,
     *     and {@code key.} with a {@link BrokenImageException.Reason#key} the file and the details
     */
    public static DataProblem unreadable(String option, String key, Path file, IOException why) {
        if (why instanceof AccessDeniedException) {
            return of(option, key + ".denied", file);
        } else if (why instanceof NoSuchFileException) {
            return of(option, "dataset.path.missing", file);
        } else if (why instanceof BrokenImageException image) {
            List<String> all = new ArrayList<>(List.of(file.toString()));
            all.addAll(image.details());
            return new DataProblem(option, key + "." + image.reason().key(), all);
        }
        return of(option, key, file, why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage());
    }
}
