package convas.editor.overlay;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How numbers become warmth from 0 to 1. Linear from the lowest to the highest; where the highest is more than a hundred
 * times the lowest that is not 0, by their logarithms, since else all but a few would look the same.
 *
 * @param low the lowest number, of those above 0 where {@code logarithmic}
 */
public record Heat(double low, double high, boolean logarithmic) {
    private static final double FAR_APART = 100;

    /** For the numbers that are shown together; unknown ones are to be left out. */
    public static Heat of(Collection<Double> values) {
        double low = Double.POSITIVE_INFINITY;
        double lowAboveZero = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            if (value > 0) {
                lowAboveZero = Math.min(lowAboveZero, value);
            }
        }
        if (values.isEmpty()) {
            return new Heat(0, 0, false);
        }
        return high / lowAboveZero > FAR_APART ? new Heat(lowAboveZero, high, true) : new Heat(low, high, false);
    }

    /** Warmth, 0 to 1; empty for what is unknown. */
    public OptionalDouble level(OptionalDouble value) {
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = value.getAsDouble();
        if (high <= low) {
            return OptionalDouble.of(number > 0 ? 1 : 0);
        }
        double level = logarithmic
                ? number <= low ? 0 : Math.log(number / low) / Math.log(high / low)
                : (number - low) / (high - low);
        return OptionalDouble.of(Math.max(0, Math.min(1, level)));
    }
}
