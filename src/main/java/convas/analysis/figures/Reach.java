package convas.analysis.figures;

import convas.operator.Sight;

/**
 * What the positions of a tensor's axis depend on, along one axis of the network's input: position o on what lies from
 * {@code o * stride + first} to {@code o * stride + last}, borders left aside. An upper bound; exact behind convolutions
 * and pools in a row.
 *
 * @param full the input's size along this axis
 * @param whole whether on all of it, and the bounds say nothing
 */
record Reach(double stride, double first, double last, long full, boolean whole) {
    /** Sums of fractions are a little off. */
    private static final double ROUNDING = 1e-6;

    /** The network's input itself. */
    static Reach input(long size) {
        return new Reach(1, 0, 0, size, false);
    }

    Reach entirely() {
        return new Reach(0, 0, 0, full, true);
    }

    /** Behind a layer that sees so much of this axis. */
    Reach through(Sight sight) {
        return whole || sight.whole()
                ? entirely()
                : new Reach(
                        stride * sight.step(),
                        first + sight.first() * stride,
                        last + sight.last() * stride,
                        full,
                        false);
    }

    /** What depends on both; with different strides the two part, so the number of positions counts. */
    Reach or(Reach other, long positions) {
        long widest = Math.max(full, other.full);
        if (whole || other.whole) {
            return new Reach(0, 0, 0, widest, true);
        }
        double parting = (other.stride - stride) * (positions - 1);
        return new Reach(
                stride,
                Math.min(first, other.first + Math.min(0, parting)),
                Math.max(last, other.last + Math.max(0, parting)),
                widest,
                false);
    }

    /** Positions of the input; may exceed the input where its borders are left aside. */
    long size() {
        return whole ? full : (long) Math.floor(last - first + ROUNDING) + 1;
    }

    /** Between the fields of neighbouring positions, rounded up. */
    long step() {
        return Math.max(1, (long) Math.ceil(stride - ROUNDING));
    }
}
