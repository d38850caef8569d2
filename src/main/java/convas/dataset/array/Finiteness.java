package convas.dataset.array;

import convas.dataset.DataProblem;
import convas.operator.TensorShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Looks for values that cannot be learnt with. */
final class Finiteness {
    private Finiteness() {}

    /**
     * Tells how many are no numbers, infinite or beyond 32-bit floats, and where the first is.
     *
     * @param option that names the array
     * @param values the last dimension fastest
     */
    static Optional<DataProblem> problem(Path file, String option, String array, TensorShape shape, float[] values) {
        int count = 0;
        int first = -1;
        for (int index = 0; index < values.length; index++) {
            if (!Float.isFinite(values[index])) {
                count++;
                first = first < 0 ? index : first;
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(DataProblem.of(
                        option, "dataset.npz.finite", file, array, count, place(shape, first), values[first]));
    }

    /** As NumPy indexes it. */
    private static List<Long> place(TensorShape shape, long index) {
        List<Long> place = new ArrayList<>();
        long left = index;
        for (int dimension = shape.rank() - 1; dimension >= 0; dimension--) {
            place.add(left % shape.size(dimension));
            left /= shape.size(dimension);
        }
        Collections.reverse(place);
        return place;
    }
}
