package convas.profiling;

import java.util.Arrays;

/**
 * Times of one thing that was measured several times, in milliseconds.
 *
 * @param low the first quartile
 * @param high the third quartile
 * @param count how many times it was measured
 */
public record Spread(double median, double low, double high, int count) {
    private static final double SETTLED = 0.05;

    /** Nothing, which takes no time. */
    public static final Spread ZERO = new Spread(0, 0, 0, 0);

    /**
     * The median and the quartiles, interpolated between neighbours where they fall between two values.
     *
     * @param milliseconds in any order; at least one
     */
    public static Spread of(double... milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75), sorted.length);
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }

    /**
     * The sum, whose range is the sum of the ranges: as if all parts were slow at once, which is the widest that it can
     * be and what a machine that slows down does. Sums of medians add up, medians of sums do not.
     */
    public Spread plus(Spread other) {
        return new Spread(
                median + other.median,
                low + other.low,
                high + other.high,
                count == 0 ? other.count : other.count == 0 ? count : Math.min(count, other.count));
    }

    /** The distance of the quartiles as a share of the median; 0 where the median is 0. */
    public double relativeRange() {
        return median == 0 ? 0 : (high - low) / median;
    }

    /** Whether more measuring would hardly change it. */
    public boolean isSettled() {
        return relativeRange() < SETTLED;
    }

    /** Whether the middle halves have a value in common; then neither is said to be quicker. */
    public boolean overlaps(Spread other) {
        return low <= other.high && other.low <= high;
    }
}
