package convas.dataset.array;

import convas.tensor.NumpyArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is learnt of the samples of all parts, one part after another, as doubles: 32-bit floats would merge labels. */
final class TargetValues {
    /** An array with its name. */
    record Source(String name, NumpyArray array) {}

    /** A place in one of the arrays. */
    record Place(String array, int row) {}

    private final List<Source> sources;
    private final int columns;
    private final double[] values;

    /** @param sources not empty, all with as many numbers a sample */
    TargetValues(List<Source> sources) {
        this.sources = List.copyOf(sources);
        this.columns = columns(sources.get(0).array());
        this.values = sources.stream()
                .flatMapToDouble(source -> Arrays.stream(source.array().doubles()))
                .toArray();
    }

    /** Numbers of a sample. */
    static int columns(NumpyArray array) {
        return array.shape().rank() == 2 ? Math.toIntExact(array.shape().size(1)) : 1;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return values.length / columns;
    }

    double[] values() {
        return values;
    }

    /** Whether all are stored as whole numbers or booleans. */
    boolean areOfWholeType() {
        return sources.stream().allMatch(source -> source.array().isWhole());
    }

    boolean areWhole() {
        return Arrays.stream(values).allMatch(value -> value == Math.rint(value) && Double.isFinite(value));
    }

    /** Whether each row has one 1 and else 0. */
    boolean areOneHot() {
        for (int row = 0; row < rows(); row++) {
            double sum = 0;
            for (int column = 0; column < columns; column++) {
                double value = values[row * columns + column];
                if (value != 0 && value != 1) {
                    return false;
                }
                sum += value;
            }
            if (sum != 1) {
                return false;
            }
        }
        return columns > 1;
    }

    /** Ascending. */
    double[] distinct() {
        // Added to 0, so that -0 is 0.
        return Arrays.stream(values)
                .map(value -> value + 0.0)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Where the value at an index stands. */
    Place place(int index) {
        int row = index / columns;
        for (Source source : sources) {
            int length = Math.toIntExact(source.array().shape().size(0));
            if (row < length) {
                return new Place(source.name(), row);
            }
            row -= length;
        }
        throw new IndexOutOfBoundsException(index);
    }

    /** The arrays for people. */
    String names() {
        return sources.stream().map(source -> "\"" + source.name() + "\"").collect(Collectors.joining(", "));
    }

    /** As 32-bit floats, which is what is learnt with. */
    float[] floats() {
        float[] all = new float[values.length];
        int at = 0;
        for (Source source : sources) {
            float[] some = source.array().floats();
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        return all;
    }
}
