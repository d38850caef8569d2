package convas.editor.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers at an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param step between two numbers
 * @param values from low to high, all within the axis
 */
public record Ticks(double step, List<Double> values) {
    public Ticks {
        values = List.copyOf(values);
    }

    /**
     * About as many numbers as wanted, never more than one over.
     *
     * @param low must be smaller than {@code high}
     */
    public static Ticks between(double low, double high, int wanted) {
        double step = step((high - low) / Math.max(1, wanted));
        List<Double> values = new ArrayList<>();
        // Half a thousandth of a step forgives what division rounds.
        for (long index = (long) Math.ceil(low / step - 5e-4); index * step <= high + step * 5e-4; index++) {
            values.add(index * step);
        }
        return new Ticks(step, values);
    }

    /** The smallest of 1, 2, 5, 10, 20, ... (and 0.5, 0.2, ...) that is no smaller than {@code least}. */
    public static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** A number with as many decimals as the step needs. */
    public String text(double value) {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 6) + "f", value == 0 ? 0.0 : value);
    }
}
