package convas.profiling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Times of one thing that was measured in several rounds, in milliseconds.
 *
 * @param middle the mean over the middle half of the rounds: as hard to disturb as a median, and unlike medians those of
 *     the parts of a thing sum to that of the whole
 * @param low the first quartile
 * @param high the third quartile
 * @param count how many times it was measured
 */
public record Spread(double middle, double low, double high, int count) {
    private static final double SETTLED = 0.05;

    /** Nothing, which takes no time. */
    public static final Spread ZERO = new Spread(0, 0, 0, 0);

    /** @param milliseconds in any order; at least one */
    public static Spread of(double... milliseconds) {
        return of(milliseconds, middleHalf(milliseconds));
    }

    /**
     * Of a part of something.
     *
     * @param milliseconds one for each round
     * @param rounds the middle half, by the whole that this is a part of
     */
    public static Spread of(double[] milliseconds, int[] rounds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        double middle = Arrays.stream(rounds)
                .mapToDouble(round -> milliseconds[round])
                .average()
                .orElseThrow();
        return new Spread(middle, at(sorted, 0.25), at(sorted, 0.75), sorted.length);
    }

    /**
     * The rounds that are left when the quickest quarter and the slowest quarter are left out, each rounded down.
     *
     * @param milliseconds one for each round; at least one
     */
    public static int[] middleHalf(double... milliseconds) {
        int out = milliseconds.length / 4;
        return IntStream.range(0, milliseconds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(round -> milliseconds[round]))
                .skip(out)
                .limit(milliseconds.length - 2L * out)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Interpolated between neighbours where it falls between two values. */
    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }

    /**
     * The sum, whose range is the sum of the ranges: as if all parts were slow at once, which is the widest that it can
     * be and what a machine that slows down does.
     */
    public Spread plus(Spread other) {
        return new Spread(
                middle + other.middle,
                low + other.low,
                high + other.high,
                count == 0 ? other.count : other.count == 0 ? count : Math.min(count, other.count));
    }

    /** The distance of the quartiles as a share of the middle; 0 where that is 0. */
    public double relativeRange() {
        return middle == 0 ? 0 : (high - low) / middle;
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
