package convas.editor.profiling;

import convas.editor.Figures;
import convas.profiling.PathProfile;
import convas.profiling.Roof;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A column of the table of times: what it shows, and what it is sorted by. */
enum TimeColumn {
    NAME(TimeRow::name, null),
    TYPE(row -> row.measured().map(PathProfile::type).orElse(""), null),
    FORWARD(
            row -> Figures.milliseconds(row.forward().middle()),
            row -> Optional.of(row.forward().middle())),
    BACKWARD(row -> backward(row).map(Figures::milliseconds).orElse(Figures.UNKNOWN), TimeColumn::backward),
    TIME_SHARE(row -> row.timeShare().map(Figures::percent).orElse(Figures.UNKNOWN), TimeRow::timeShare),
    MAC_SHARE(row -> row.macShare().map(Figures::percent).orElse(Figures.UNKNOWN), TimeRow::macShare),
    MISMATCH(
            row -> mismatch(row).map(times -> "\u00d7" + Figures.brief(times)).orElse(Figures.UNKNOWN),
            row -> mismatch(row)),
    CALLS(
            row -> row.measured().map(path -> Figures.exact(path.calls())).orElse(Figures.UNKNOWN),
            row -> row.measured().map(path -> (double) path.calls())),
    MACS(
            row -> row.measured().map(path -> Figures.brief(path.macs())).orElse(Figures.UNKNOWN),
            row -> row.measured().map(path -> (double) path.macs())),
    GIGAFLOPS(
            row -> row.measured()
                    .map(path -> Figures.brief(path.gigaflopsPerSecond()))
                    .orElse(Figures.UNKNOWN),
            row -> row.measured().map(PathProfile::gigaflopsPerSecond)),
    GIGABYTES(
            row -> row.measured()
                    .map(path -> Figures.brief(path.gigabytesPerSecond()))
                    .orElse(Figures.UNKNOWN),
            row -> row.measured().map(PathProfile::gigabytesPerSecond)),
    MEMORY(
            row -> row.measured()
                    .flatMap(PathProfile::allocatedBytes)
                    .map(Figures::bytes)
                    .orElse(Figures.UNKNOWN),
            row -> row.measured().flatMap(PathProfile::allocatedBytes).map(Long::doubleValue)),
    CEILING(row -> roof(row, Roof::ceiling), row -> row.roof().map(Roof::ceiling)),
    REACHED(
            row -> row.roof().map(roof -> Figures.percent(roof.reached())).orElse(Figures.UNKNOWN),
            row -> row.roof().map(Roof::reached)),
    GAINED(row -> roof(row, Roof::gained), row -> row.roof().map(Roof::gained));

    private final Function<TimeRow, String> shown;
    private final Function<TimeRow, Optional<Double>> figure;

    TimeColumn(Function<TimeRow, String> shown, Function<TimeRow, Optional<Double>> figure) {
        this.shown = shown;
        this.figure = figure;
    }

    private static Optional<Double> backward(TimeRow row) {
        return row.measured().flatMap(PathProfile::backward).map(spread -> spread.middle());
    }

    private static Optional<Double> mismatch(TimeRow row) {
        return row.mismatch().isPresent() ? Optional.of(row.mismatch().getAsDouble()) : Optional.empty();
    }

    private static String roof(TimeRow row, Function<Roof, Double> time) {
        return row.roof().map(time).map(Figures::milliseconds).orElse(Figures.UNKNOWN);
    }

    String shown(TimeRow row) {
        return shown.apply(row);
    }

    /** From small to large; what is unknown is smallest. */
    Comparator<TimeRow> order() {
        return figure == null
                ? Comparator.comparing(this::shown)
                : Comparator.comparingDouble(row -> figure.apply(row).orElse(-1.0));
    }

    /** Whether it holds figures, which stand at the right. */
    boolean isFigure() {
        return figure != null;
    }

    /** The share that a bar behind the figure shows; empty for columns without bars. */
    Optional<Double> bar(TimeRow row) {
        return this == TIME_SHARE ? row.timeShare() : this == MAC_SHARE ? row.macShare() : Optional.empty();
    }

    /** The end of the text key of its heading. */
    String key() {
        return "column." + name().toLowerCase(Locale.ROOT);
    }
}
