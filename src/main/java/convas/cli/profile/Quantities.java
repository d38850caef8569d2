package convas.cli.profile;

import convas.profiling.Spread;
import convas.text.Texts;
import java.util.Locale;

/** Measured numbers for people, in the user's language. */
final class Quantities {
    private static final double MEBI = 1 << 20;

    private final Locale locale;

    Quantities(Texts texts) {
        locale = texts.locale();
    }

    /** Three or four figures, whatever the size. */
    String milliseconds(double value) {
        return String.format(locale, value >= 100 ? "%.1f" : value >= 10 ? "%.2f" : "%.3f", value);
    }

    /** The time with its middle half: {@code 1.234 (1.200 - 1.300)}. */
    String range(Spread spread) {
        return milliseconds(spread.middle()) + " (" + middle(spread) + ")";
    }

    String middle(Spread spread) {
        return milliseconds(spread.low()) + " - " + milliseconds(spread.high());
    }

    String percent(double share) {
        return String.format(locale, "%.1f %%", 100 * share);
    }

    String number(double value) {
        return String.format(locale, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    String count(long value) {
        return String.format(locale, "%,d", value);
    }

    String mebibytes(long bytes) {
        return String.format(locale, "%.2f", bytes / MEBI);
    }
}
