package convas.editor.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis: from figures to pixels and back.
 *
 * @param low the figure at {@code from}; above 0 where the axis is logarithmic
 * @param high the figure at {@code to}; larger than {@code low}
 * @param logarithmic whether equal factors, not equal differences, take equal room
 * @param from the pixel of {@code low}; may lie beyond {@code to}, as on axes that point up
 */
public record Axis(double low, double high, boolean logarithmic, double from, double to) {
    public Axis {
        if (!(high > low) || logarithmic && !(low > 0)) {
            throw new IllegalArgumentException("No axis from " + low + " to " + high);
        }
    }

    /** Where a figure is; figures beyond the ends are put at the ends. */
    public double at(double figure) {
        double inside = Math.max(low, Math.min(high, figure));
        double share = logarithmic
                ? (Math.log(inside) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (inside - low) / (high - low);
        return from + share * (to - from);
    }

    /** The figures to write at the axis, from low to high. */
    public List<Double> ticks(int wanted) {
        if (!logarithmic) {
            return Ticks.between(low, high, wanted).values();
        }
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int step = Math.max(1, (int) Math.ceil((last - first + 1.0) / Math.max(1, wanted)));
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += step) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }

    /** A tick as it is written. */
    public String text(double tick, int wanted) {
        if (!logarithmic) {
            return Ticks.between(low, high, wanted).text(tick);
        }
        return tick >= 1
                ? String.format(Locale.ROOT, "%.0f", tick)
                : String.format(Locale.ROOT, "%." + Math.round(-Math.log10(tick)) + "f", tick);
    }
}
