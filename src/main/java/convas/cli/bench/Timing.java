package convas.cli.bench;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * How long something takes once warm, on the wall clock.
 *
 * @param limit milliseconds that the median is meant to stay under
 * @param median milliseconds
 * @param quarter milliseconds that a quarter of the runs stayed under
 * @param threeQuarters milliseconds that three quarters of the runs stayed under
 */
public record Timing(String name, double limit, double median, double quarter, double threeQuarters, int runs) {
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final long MEASURED_NANOS = 3_000_000_000L;
    private static final int LEAST = 20;
    private static final int MOST = 5_000;

    /** Runs it for some seconds until the compiler has done its work, then measures for some more. */
    public static Timing of(String name, double limit, Supplier<?> work) {
        Object last = null;
        long start = System.nanoTime();
        for (int run = 0; run < LEAST || System.nanoTime() - start < WARM_UP_NANOS; run++) {
            last = work.get();
        }
        double[] times = new double[MOST];
        int runs = 0;
        start = System.nanoTime();
        while (runs < MOST && (runs < LEAST || System.nanoTime() - start < MEASURED_NANOS)) {
            long before = System.nanoTime();
            last = work.get();
            times[runs++] = (System.nanoTime() - before) / 1e6;
        }
        if (last == null) {
            throw new IllegalStateException(name + " gave nothing, so that nothing may have been done");
        }
        double[] sorted = Arrays.copyOf(times, runs);
        Arrays.sort(sorted);
        return new Timing(name, limit, sorted[runs / 2], sorted[runs / 4], sorted[3 * runs / 4], runs);
    }
}
