package convas.dataset.array;

import convas.dataset.DataProblem;
import convas.dataset.DatasetException;
import convas.dataset.Survey;
import convas.dataset.Survey.Topic;
import convas.dataset.Targets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads targets as labels of classes or as numbers, and doubts where they look like something else. */
final class Labels {
    /** The option, and what it may say. */
    static final String OPTION = "labels";

    static final String FOUND = "found";
    static final String FROM_0 = "from-0";
    static final String FROM_1 = "from-1";
    static final String DISTINCT = "distinct";
    static final String NUMBERS = "numbers";

    /** More than any classification has; a label beyond is rather a number to be learnt. */
    private static final int MOST_CLASSES = 100_000;

    /** Beyond it doubles do not tell whole numbers apart. */
    private static final double LARGEST_EXACT = 0x1p53;

    private final Path file;
    private final TargetValues values;
    private final String reading;

    private Labels(Path file, TargetValues values, String reading) {
        this.file = file;
        this.values = values;
        this.reading = reading;
    }

    /**
     * @param values all finite
     * @param reading as the option says it
     * @throws DatasetException where they cannot be read so
     */
    static Answers read(Path file, TargetValues values, String reading) throws DatasetException {
        return new Labels(file, values, reading).answers();
    }

    private Answers answers() throws DatasetException {
        boolean isNumbers = reading.equals(NUMBERS) || reading.equals(FOUND) && !values.areOfWholeType();
        if (!reading.equals(NUMBERS) && values.areOneHot()) {
            return oneHot();
        } else if (isNumbers) {
            return numbers();
        } else if (values.columns() > 1) {
            throw DatasetException.of(OPTION, "dataset.npz.columns", file, values.names(), values.columns(), reading);
        }
        return reading.equals(DISTINCT) ? distinct() : counted(reading.equals(FROM_1) ? 1 : 0);
    }

    private Answers oneHot() {
        int[] labels = new int[values.rows()];
        for (int index = 0; index < values.values().length; index++) {
            if (values.values()[index] == 1) {
                labels[index / values.columns()] = index % values.columns();
            }
        }
        return new Answers(
                classes(0, values.columns() - 1),
                labels,
                new float[0],
                Survey.note(Topic.STRUCTURE, "datasurvey.arrays.one-hot", values.names(), values.columns()),
                List.of());
    }

    private Answers numbers() {
        double[] sorted = values.values().clone();
        Arrays.sort(sorted);
        return new Answers(
                new Targets.Numbers(
                        IntStream.range(0, values.columns())
                                .mapToObj(index -> "y" + index)
                                .toList(),
                        0),
                new int[0],
                values.floats(),
                Survey.note(
                        Topic.STRUCTURE,
                        "datasurvey.arrays.numbers",
                        values.names(),
                        number(sorted[0]),
                        number(sorted[sorted.length - 1])),
                reading.equals(FOUND) ? wholeAsFloats() : List.of());
    }

    /** Whole numbers that repeat are rather labels that were stored as floating point. */
    private List<Answers.Doubt> wholeAsFloats() {
        double[] distinct = values.distinct();
        if (values.columns() > 1
                || !values.areWhole()
                || distinct.length == 1
                || distinct.length == values.rows()
                || distinct.length > MOST_CLASSES) {
            return List.of();
        }
        double least = distinct[0];
        boolean isDense = distinct[distinct.length - 1] - least == distinct.length - 1;
        String better = isDense && least == 0 ? FROM_0 : isDense && least == 1 ? FROM_1 : DISTINCT;
        return List.of(doubt(
                better,
                distinct.length,
                "dataset.npz.whole-as-float",
                file,
                values.names(),
                number(least),
                number(distinct[distinct.length - 1]),
                better,
                distinct.length));
    }

    private Answers counted(int first) throws DatasetException {
        int[] labels = new int[values.rows()];
        int last = first;
        for (int index = 0; index < labels.length; index++) {
            double value = values.values()[index];
            if (value != Math.rint(value) || value < first || value >= first + MOST_CLASSES) {
                TargetValues.Place place = values.place(index);
                throw DatasetException.of(
                        OPTION,
                        "dataset.npz.label",
                        file,
                        place.array(),
                        place.row(),
                        number(value),
                        first,
                        first + MOST_CLASSES - 1);
            }
            labels[index] = (int) value - first;
            last = Math.max(last, (int) value);
        }
        return new Answers(
                classes(first, last),
                labels,
                new float[0],
                Survey.note(Topic.STRUCTURE, "datasurvey.arrays.counted", values.names(), first, last),
                gaps(first, last));
    }

    private List<Answers.Doubt> gaps(int first, int last) {
        double[] distinct = values.distinct();
        List<String> missing = new ArrayList<>();
        for (int label = first, at = 0; label <= last; label++) {
            if (distinct[at] == label) {
                at++;
            } else {
                missing.add(String.valueOf(label));
            }
        }
        if (missing.isEmpty() || distinct.length == 1) {
            // A single class is no question of how it is counted: it is refused.
            return List.of();
        } else if (first == 0 && missing.equals(List.of("0"))) {
            return List.of(doubt(FROM_1, last, "dataset.npz.from-1", file, values.names(), last));
        }
        String named = String.join(", ", missing.subList(0, Math.min(Survey.NAMED, missing.size())));
        return List.of(doubt(
                DISTINCT,
                distinct.length,
                "dataset.npz.gaps",
                file,
                values.names(),
                first,
                last,
                missing.size() > Survey.NAMED ? named + ", ..." : named,
                distinct.length));
    }

    private Answers distinct() throws DatasetException {
        double[] distinct = values.distinct();
        for (int index = 0; index < values.values().length; index++) {
            double value = values.values()[index];
            if (values.areOfWholeType() && Math.abs(value) >= LARGEST_EXACT) {
                TargetValues.Place place = values.place(index);
                throw DatasetException.of(OPTION, "dataset.npz.exact", file, place.array(), place.row(), number(value));
            }
        }
        if (distinct.length > MOST_CLASSES) {
            throw DatasetException.of(
                    OPTION, "dataset.npz.distinct", file, values.names(), distinct.length, MOST_CLASSES);
        }
        int[] labels = Arrays.stream(values.values())
                .mapToInt(value -> Arrays.binarySearch(distinct, value + 0.0))
                .toArray();
        return new Answers(
                new Targets.Classes(
                        Arrays.stream(distinct).mapToObj(Labels::number).toList()),
                labels,
                new float[0],
                Survey.note(Topic.STRUCTURE, "datasurvey.arrays.distinct", values.names(), distinct.length),
                List.of());
    }

    private static Targets.Classes classes(int first, int last) {
        return new Targets.Classes(
                IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList());
    }

    private static Answers.Doubt doubt(String better, int outputs, String key, Object... arguments) {
        return new Answers.Doubt(better, outputs, DataProblem.of(OPTION, key, arguments));
    }

    /** Whole numbers without a fraction. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
