package convas.dataset.file;

import convas.dataset.DatasetException;
import java.io.IOException;
import java.io.InputStream;

/** Is offered the files of a folder or an archive one after the other. */
interface EntryTaker {
    /** Whether the content of a file is wanted; asked of every file, by its own name without folders. */
    boolean wants(String name);

    /**
     * A file that is wanted.
     *
     * @param in its content; not to be used afterwards
     * @param size as the archive says, which may be untrue; below 0 where it says nothing
     */
    void take(String name, InputStream in, long size) throws IOException, DatasetException;

    /** Whether nothing more has to be offered. */
    default boolean isDone() {
        return false;
    }

    /** Bytes that are unpacked at most only to come to what lies behind them. */
    default long mostPassed() {
        // More than the archives of all kinds of data that are read together.
        return 2L << 30;
    }
}
