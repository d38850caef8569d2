package convas.training.archive;

import convas.text.ControlCharacters;
import convas.text.Texts;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** What a table of runs shows of each. */
public enum RunColumn {
    NAME(RunSummary::name),
    STATE(run -> run.state().name().toLowerCase(Locale.ROOT)),
    /** Validation, newest epoch, in percent; so the others. */
    ACCURACY(RunSummary::accuracy, "%.2f", 100),
    BEST(RunSummary::bestAccuracy, "%.2f", 100),
    PARAMETERS(RunSummary::parameters, "%,d"),
    MACS(RunSummary::macs, "%,d"),
    EPOCHS(run -> OptionalLong.of(run.epochs()), "%d"),
    SEED(RunSummary::seed, "%d"),
    TAGS(run -> String.join(", ", run.notes().tags())),
    NOTE(run -> run.notes().note()),
    STEP_MILLIS(RunSummary::stepMillis, "%.1f", 1),
    SECONDS(RunSummary::seconds, "%.1f", 1),
    TRAIN_ACCURACY(RunSummary::trainAccuracy, "%.2f", 100),
    LOSS(RunSummary::loss, "%.4f", 1),
    DESIGN(RunSummary::design),
    DATASET(RunSummary::dataset),
    STARTED(RunSummary::started);

    private final Function<RunSummary, String> words;
    private final Function<RunSummary, OptionalDouble> figure;
    /** Whole numbers of any size: a seed beyond 2^53 would be another one as a number with a fraction. */
    private final Function<RunSummary, OptionalLong> whole;

    private final String format;
    private final double factor;

    RunColumn(Function<RunSummary, String> words) {
        this.words = words;
        this.figure = run -> OptionalDouble.empty();
        this.whole = run -> OptionalLong.empty();
        this.format = "";
        this.factor = 1;
    }

    RunColumn(Function<RunSummary, OptionalLong> whole, String format) {
        this.words = run -> "";
        this.figure = run -> real(whole.apply(run));
        this.whole = whole;
        this.format = format;
        this.factor = 1;
    }

    RunColumn(Function<RunSummary, OptionalDouble> figure, String format, double factor) {
        this.words = run -> "";
        this.figure = figure;
        this.whole = run -> OptionalLong.empty();
        this.format = format;
        this.factor = factor;
    }

    private static OptionalDouble real(OptionalLong whole) {
        return whole.isPresent() ? OptionalDouble.of(whole.getAsLong()) : OptionalDouble.empty();
    }

    /** The text of its head. */
    public String key() {
        return "archive.column." + name();
    }

    public boolean isNumber() {
        return !format.isEmpty();
    }

    /** Whether its figures are whole numbers. */
    public boolean isWhole() {
        return format.endsWith("d");
    }

    /** The whole number, exact; empty where it is unknown or the column has none. */
    public OptionalLong whole(RunSummary run) {
        return whole.apply(run);
    }

    /** The figure as kept, accuracies 0 to 1; empty where it is unknown or the column has words. */
    public OptionalDouble number(RunSummary run) {
        return figure.apply(run);
    }

    /** The words as kept; empty where the column has figures. */
    public String plain(RunSummary run) {
        return words.apply(run);
    }

    /** As people read it, in one line; accuracies in percent, {@code -} for what is unknown. */
    public String text(RunSummary run, Texts texts) {
        if (this == STATE) {
            return texts.get("archive.state." + run.state());
        } else if (this == STARTED) {
            String time = run.started();
            return time.length() < 16 ? time : time.substring(0, 16).replace('T', ' ');
        } else if (!isNumber()) {
            return ControlCharacters.escaped(plain(run));
        }
        OptionalLong exact = whole(run);
        return exact.isPresent() ? String.format(texts.locale(), format, exact.getAsLong()) : text(number(run), texts);
    }

    private String text(OptionalDouble number, Texts texts) {
        String shown = isWhole() ? format.replace("d", ".0f") : format;
        return number.isPresent() && !Double.isNaN(number.getAsDouble())
                ? String.format(texts.locale(), shown, factor * number.getAsDouble())
                : "-";
    }

    /** The mean of several runs, and after \u00b1 the standard deviation where there are two or more. */
    public String spread(RunGroup group, Texts texts) {
        OptionalDouble deviation = group.deviation(this);
        String mean = text(group.mean(this), texts);
        return deviation.isPresent() ? mean + " \u00b1 " + text(deviation, texts) : mean;
    }

    /** From the smallest, or by the alphabet; what is unknown comes last. */
    public Comparator<RunSummary> order() {
        if (isWhole()) {
            Comparator<RunSummary> unknownLast =
                    Comparator.comparing(run -> whole(run).isEmpty());
            return unknownLast.thenComparingLong(run -> whole(run).orElse(0));
        }
        return isNumber()
                ? Comparator.comparingDouble(run -> number(run).orElse(Double.NaN))
                : Comparator.comparing(this::plain, String.CASE_INSENSITIVE_ORDER);
    }
}
