package convas.editor.compare;

import convas.editor.Figures;
import convas.text.Texts;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;

/** What the whole designs cost, each figure as a sentence: before, after, and by how much. */
final class TotalLine {
    private final Texts texts;

    TotalLine(Texts texts) {
        this.texts = texts;
    }

    String params(Comparison comparison) {
        return line("editorcompare.params", comparison, Totals::params, Figures::brief);
    }

    String macs(Comparison comparison) {
        return line("editorcompare.macs", comparison, Totals::macs, Figures::brief);
    }

    String peak(Comparison comparison) {
        return line("editorcompare.peak", comparison, Totals::peakBytes, Figures::bytes);
    }

    private String line(
            String key, Comparison comparison, Function<Totals, OptionalLong> figure, LongFunction<String> shown) {
        OptionalLong before = figure.apply(comparison.before());
        OptionalLong after = figure.apply(comparison.after());
        return texts.get(key, one(before, shown), one(after, shown), change(before, after));
    }

    private static String one(OptionalLong value, LongFunction<String> shown) {
        return value.isPresent() ? shown.apply(value.getAsLong()) : Figures.UNKNOWN;
    }

    /** {@code +12.5 %}; a dash where it cannot be known. */
    static String change(OptionalLong before, OptionalLong after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Figures.UNKNOWN;
        }
        long more = after.getAsLong() - before.getAsLong();
        if (before.getAsLong() == 0) {
            return more == 0 ? "\u00b10 %" : Figures.UNKNOWN;
        }
        String percent = String.format(Locale.ROOT, "%+.1f %%", 100.0 * more / before.getAsLong());
        return more == 0 ? "\u00b10 %" : percent.replace('-', '\u2212');
    }

    /** {@code +1,024}, {@code −1,024}, {@code 0}; a dash where it is unknown. */
    static String signed(OptionalLong more) {
        if (more.isEmpty()) {
            return Figures.UNKNOWN;
        }
        long value = more.getAsLong();
        String digits = Figures.exact(Math.abs(value));
        return value == 0 ? "0" : value < 0 ? "\u2212" + digits : "+" + digits;
    }
}
