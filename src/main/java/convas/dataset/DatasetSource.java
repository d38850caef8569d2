package convas.dataset;

import java.io.IOException;

/** A dataset that can be had by name. */
public interface DatasetSource {
    /** As a recipe names it. */
    String name();

    /**
     * Reads it whole.
     *
     * @throws IOException where it cannot be read or is not what it should be
     */
    Dataset load() throws IOException;
}
