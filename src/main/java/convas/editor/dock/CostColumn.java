package convas.editor.dock;

import convas.editor.Figures;
import convas.operator.Cost;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A column of the cost table: what it shows, what it is sorted by, what a copy of it has. */
public enum CostColumn {
    PATH(CostRow::path, CostRow::path, Comparator.comparing(CostRow::path)),
    TYPE(CostRow::type, CostRow::type, Comparator.comparing(CostRow::type)),
    OUTPUT(
            row -> Figures.shapes(row.outputs()),
            row -> row.outputs().stream()
                    .map(shape -> shape.map(Object::toString).orElse(""))
                    .collect(java.util.stream.Collectors.joining(" ")),
            Comparator.comparingLong(CostColumn::elements)),
    PARAMS(Cost::params),
    MACS(Cost::macs),
    FLOPS(Cost::flops),
    ACTIVATIONS(Cost::activationBytes),
    SHARE(
            row -> row.macShare().map(Figures::percent).orElse(Figures.UNKNOWN),
            row -> row.macShare().map(String::valueOf).orElse(""),
            Comparator.comparingDouble(row -> row.macShare().orElse(-1.0)));

    private final Function<CostRow, String> shown;
    private final Function<CostRow, String> plain;
    private final Comparator<CostRow> order;

    CostColumn(Function<CostRow, String> shown, Function<CostRow, String> plain, Comparator<CostRow> order) {
        this.shown = shown;
        this.plain = plain;
        this.order = order;
    }

    CostColumn(ToLongFunction<Cost> figure) {
        this(
                row -> row.cost()
                        .map(cost -> Figures.exact(figure.applyAsLong(cost)))
                        .orElse(Figures.UNKNOWN),
                row -> row.cost()
                        .map(cost -> String.valueOf(figure.applyAsLong(cost)))
                        .orElse(""),
                Comparator.comparingLong(
                        row -> row.cost().map(figure::applyAsLong).orElse(-1L)));
    }

    private static long elements(CostRow row) {
        return row.outputs().stream()
                .flatMap(Optional::stream)
                .mapToLong(shape -> shape.sizes().stream().reduce(1L, (one, other) -> one * other))
                .sum();
    }

    /** For people. */
    public String shown(CostRow row) {
        return shown.apply(row);
    }

    /** For programs: bare digits; empty where unknown. */
    public String plain(CostRow row) {
        return plain.apply(row);
    }

    /** From small to large; what is unknown is smallest. */
    public Comparator<CostRow> order() {
        return order;
    }

    /** Whether it holds figures, which stand at the right. */
    public boolean isFigure() {
        return ordinal() >= PARAMS.ordinal();
    }

    /** The end of the text key of its heading. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
