package convas.dataset;

/** Hears how far the reading of a dataset's files has come. May be called by several threads at once, and often. */
@FunctionalInterface
public interface ReadingProgress {
    /** Nobody listens. */
    ReadingProgress UNHEARD = (files, all) -> {};

    /**
     * @param files read up to now
     * @param all to be read
     */
    void read(int files, int all);
}
