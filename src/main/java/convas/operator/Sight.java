package convas.operator;

/**
 * How far an output position looks along one axis: the position o sees what lies from {@code o * step + first} to {@code
 * o * step + last} of the input, whole positions between these bounds.
 *
 * @param step input positions between neighbouring outputs; a fraction where the output is finer, 0 where all outputs look
 *     at the same
 * @param whole whether it sees the whole axis, and the bounds say nothing
 */
public record Sight(double step, double first, double last, boolean whole) {
    private static final double ROUNDING = 1e-6;

    /** Sees its own position. */
    public static final Sight POINT = at(1, 0);

    public static final Sight WHOLE = new Sight(0, 0, 0, true);

    /** Sees the first position, wherever it is itself: what has one position and is repeated. */
    public static final Sight REPEATED = at(0, 0);

    /** Input positions that can lie within the bounds, those between a kernel's taps with them. */
    public long size() {
        return (long) Math.floor(last - first + ROUNDING) + 1;
    }

    /** A range of positions. */
    public static Sight of(double step, double first, double last) {
        return new Sight(step, first, last, false);
    }

    /** One position. */
    public static Sight at(double step, double offset) {
        return of(step, offset, offset);
    }
}
