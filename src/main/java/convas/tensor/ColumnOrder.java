package convas.tensor;

import convas.operator.TensorShape;

/** Arrays whose first dimension varies fastest, as Fortran stores them. */
final class ColumnOrder {
    private ColumnOrder() {}

    /**
     * The same array with its last dimension fastest.
     *
     * @param data {@code shape.elements()} values
     * @param width bytes of a value
     */
    static byte[] rowsFirst(byte[] data, TensorShape shape, int width) {
        int rank = shape.rank();
        if (rank < 2 || data.length == 0) {
            return data;
        }
        int[] steps = new int[rank];
        int step = width;
        for (int dimension = 0; dimension < rank; dimension++) {
            steps[dimension] = step;
            step *= Math.toIntExact(shape.size(dimension));
        }
        byte[] ordered = new byte[data.length];
        int[] place = new int[rank];
        int from = 0;
        for (int to = 0; to < ordered.length; to += width) {
            for (int at = 0; at < width; at++) {
                ordered[to + at] = data[from + at];
            }
            // To the next value: as an odometer counts.
            for (int dimension = rank - 1; dimension >= 0; dimension--) {
                from += steps[dimension];
                if (++place[dimension] < shape.size(dimension)) {
                    break;
                }
                from -= steps[dimension] * place[dimension];
                place[dimension] = 0;
            }
        }
        return ordered;
    }
}
