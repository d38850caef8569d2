package convas.editor.training;

import java.util.Arrays;

/** A line of a chart: points with growing x. What is not finite is left out, so that a diverged loss breaks no axis. */
public final class Series {
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int size;

    /** Adds a point at the right end; one that is not finite is left out. */
    public void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size] = y;
        size++;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public double x(int index) {
        return xs[index];
    }

    public double y(int index) {
        return ys[index];
    }

    /** The number of the point nearest to an x; -1 where there is none. */
    public int nearest(double x) {
        int found = Arrays.binarySearch(xs, 0, size, x);
        if (found >= 0 || size == 0) {
            return found >= 0 ? found : -1;
        }
        int after = Math.min(size - 1, -found - 1);
        int before = Math.max(0, after - 1);
        return Math.abs(xs[before] - x) <= Math.abs(xs[after] - x) ? before : after;
    }

    /** The smallest y, or positive infinity where there is no point. */
    public double lowest() {
        return Arrays.stream(ys, 0, size).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The largest y, or negative infinity where there is no point. */
    public double highest() {
        return Arrays.stream(ys, 0, size).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * This line as {@code columns} pixel columns can show it: of each column's points the first, the lowest, the highest
     * and the last, so that no spike is lost. A line with fewer points than that stays as it is.
     *
     * @param from x at the left border of the first column; {@code to} at the right border of the last
     */
    public Series thinned(double from, double to, int columns) {
        if (size <= 4 * columns || to <= from) {
            return this;
        }
        Series thin = new Series();
        int start = 0;
        while (start < size) {
            int column = column(start, from, to, columns);
            int end = start;
            int low = start;
            int high = start;
            while (end < size && column(end, from, to, columns) == column) {
                low = ys[end] < ys[low] ? end : low;
                high = ys[end] > ys[high] ? end : high;
                end++;
            }
            int last = end - 1;
            Arrays.stream(new int[] {start, Math.min(low, high), Math.max(low, high), last})
                    .distinct()
                    .forEach(index -> thin.add(xs[index], ys[index]));
            start = end;
        }
        return thin;
    }

    private int column(int index, double from, double to, int columns) {
        return (int) Math.floor((xs[index] - from) / (to - from) * columns);
    }
}
