package convas.dataset;

import java.util.List;
import java.util.Optional;

/**
 * Samples with what is to be learnt of them, read one by one in any order. Immutable in what it answers, and safe to be
 * read by several threads at once.
 */
public interface Dataset {
    /** As a recipe names it. */
    String name();

    /** Names it for people; where its kind alone does not say which it is, with the file. */
    default String title() {
        return name();
    }

    SampleShape shape();

    Targets targets();

    /** Number of samples. */
    int size();

    /**
     * The class of a sample, an index into {@link Targets.Classes#names}.
     *
     * @throws IllegalStateException where there are numbers instead
     */
    int label(int sample);

    /**
     * The numbers of a sample; of a class a 1 in its place and 0 in all others.
     *
     * @param into gets {@code targets().size()} values from {@code at} on
     */
    default void target(int sample, float[] into, int at) {
        java.util.Arrays.fill(into, at, at + targets().size(), 0);
        into[at + label(sample)] = 1;
    }

    /** Whether the values are brightness from 0 to 1, which no alteration may leave; other numbers have no such ends. */
    default boolean isBrightness() {
        return true;
    }

    /**
     * One sample in the order row, column, channel; the brightness of images goes from 0 to 1.
     *
     * @param into gets {@code shape().elements()} values from {@code at} on
     * @throws UnreadableSampleException where its file is gone or broken
     */
    void read(int sample, float[] into, int at) throws UnreadableSampleException;

    /** Names a sample for people: its file below the folder, or its number from 0. */
    default String place(int sample) {
        return String.valueOf(sample);
    }

    /** Of the source, {@code sha256:...}; tells whether two runs saw the same data. */
    String digest();

    /** Which samples train and which validate, where the source itself says so. */
    default Optional<Split> split() {
        return Optional.empty();
    }

    /** Where values are to stay as they are unless a recipe says otherwise; empty where they are to be normalised. */
    default Optional<Normalization> normalization() {
        return Optional.empty();
    }

    /** Other readings of its files, where the present one looks wrong; the likeliest first. */
    default List<Reinterpretation> reinterpretations() {
        return List.of();
    }

    /** What was met in its files. */
    default Survey survey() {
        return Survey.NOTHING;
    }

    /** What the user should know of it before a run, for instance that broken images were left out. */
    default List<DataProblem> notes() {
        return survey().warnings();
    }
}
