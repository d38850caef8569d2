package convas.editor.canvas.picture;

import java.util.Locale;

/** Large numbers in few characters, with three significant digits: {@code 232}, {@code 164 k}, {@code 4.02 M}. */
public final class Quantity {
    private static final String[] UNITS = {"", "k", "M", "G", "T", "P", "E"};

    private Quantity() {}

    public static String brief(long number) {
        if (number < 1000) {
            return Long.toString(number);
        }
        double value = number;
        int unit = 0;
        // What would round to 1000 belongs to the next unit.
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, UNITS[unit]);
    }
}
