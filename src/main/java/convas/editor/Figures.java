package convas.editor;

import convas.operator.TensorShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Numbers as the window shows them. What is unknown is a dash, never 0. */
public final class Figures {
    public static final String UNKNOWN = "\u2013";

    private Figures() {}

    /** All digits, in groups: {@code 5,182,508}. */
    public static String exact(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Three significant digits with a unit prefix: {@code 5.18 M}. */
    public static String brief(double number) {
        String[] prefixes = {"", " k", " M", " G", " T"};
        int prefix = 0;
        double shown = number;
        while (Math.abs(shown) >= 999.5 && prefix < prefixes.length - 1) {
            shown /= 1000;
            prefix++;
        }
        if (prefix == 0 && shown == Math.rint(shown)) {
            return String.format(Locale.ROOT, "%.0f", shown);
        }
        int decimals = Math.abs(shown) >= 99.95 ? 0 : Math.abs(shown) >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f%s", shown, prefixes[prefix]);
    }

    /** Bytes in powers of 1024: {@code 192 KiB}. */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        String[] units = {"KiB", "MiB", "GiB", "TiB"};
        double shown = bytes / 1024.0;
        int unit = 0;
        while (shown >= 1024 && unit < units.length - 1) {
            shown /= 1024;
            unit++;
        }
        return String.format(
                Locale.ROOT, shown >= 100 || shown == Math.rint(shown) ? "%.0f %s" : "%.1f %s", shown, units[unit]);
    }

    /** A part of a whole: {@code 4.1 %}. */
    public static String share(double part, double whole) {
        return whole == 0 ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", 100 * part / whole);
    }

    /** A fraction as a percentage with one decimal: {@code 97.8 %}. */
    public static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    /** Shapes of all ports: {@code 16 × 32 × 32, 16 × 32 × 32}. */
    public static String shapes(List<Optional<TensorShape>> shapes) {
        return shapes.isEmpty()
                ? UNKNOWN
                : shapes.stream()
                        .map(shape -> shape.map(TensorShape::display).orElse(UNKNOWN))
                        .collect(Collectors.joining(", "));
    }

    /** A time of a computation: {@code 14.2 ms}, {@code 87.0 \u00b5s}, {@code 1.35 s}. */
    public static String milliseconds(double milliseconds) {
        if (milliseconds >= 999.5) {
            return significant(milliseconds / 1000) + " s";
        }
        return milliseconds >= 0.0995 || milliseconds == 0
                ? significant(milliseconds) + " ms"
                : significant(milliseconds * 1000) + " \u00b5s";
    }

    private static String significant(double value) {
        int decimals = value == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A duration: {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 10 min}. */
    public static String seconds(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        } else if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
