package convas.dataset;

import java.nio.file.Path;
import java.util.List;

/** A kind of dataset that a recipe may name, with the options that it takes. */
public interface DatasetKind {
    /** As a recipe names it. */
    String name();

    /** In the order in which people see them. */
    default List<DatasetOption> options() {
        return List.of();
    }

    /**
     * Finds the samples and checks what can be checked.
     *
     * @param options a value for each of {@link #options}
     * @param glance whether it is only looked at: what would take a while, reading every image of a folder for
     *     instance, is left for when a sample is asked for, and the digest is empty then
     * @throws DatasetException with everything that is in the way
     */
    Dataset open(DatasetOptions options, boolean glance) throws DatasetException;

    /** The same as a whole, told to a listener where it takes a while. */
    default Dataset open(DatasetOptions options, ReadingProgress progress) throws DatasetException {
        return open(options, false);
    }

    /** Whether what is at a path looks like this kind; quick, so it goes by names. */
    default boolean recognises(Path path) {
        return false;
    }

    /** Whether it takes a path. */
    default boolean isFromFiles() {
        return options().stream().anyMatch(option -> option.type() == DatasetOption.Type.PATH);
    }
}
