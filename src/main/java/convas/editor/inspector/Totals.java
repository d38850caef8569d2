package convas.editor.inspector;

import convas.analysis.NodeReport;
import convas.editor.Figures;
import convas.operator.Cost;
import convas.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Sums of costs as lines of a section. */
final class Totals {
    private final Texts texts;

    Totals(Texts texts) {
        this.texts = texts;
    }

    /** Parameters, MACs, FLOPs and buffers; a dash where they are unknown. */
    void into(Section section, Optional<Cost> cost, Optional<Cost> whole) {
        line(section, "params", cost, whole, Cost::params);
        line(section, "macs", cost, whole, Cost::macs);
        line(section, "flops", cost, whole, Cost::flops);
        line(section, "buffers", cost, Optional.empty(), Cost::buffers);
    }

    private void line(
            Section section, String name, Optional<Cost> cost, Optional<Cost> whole, ToLongFunction<Cost> figure) {
        String shown =
                cost.map(known -> Figures.exact(figure.applyAsLong(known))).orElse(Figures.UNKNOWN);
        String share = cost.isEmpty()
                        || whole.filter(all -> figure.applyAsLong(all) > 0).isEmpty()
                ? ""
                : "  \u00b7  " + Figures.share(figure.applyAsLong(cost.get()), figure.applyAsLong(whole.get()));
        section.figure(
                texts.get("editor.cost." + name),
                shown + share,
                texts.get("editor.cost." + name + "Tip"),
                "total-" + name);
    }

    /** The sum of several nodes, none of which stands in another; unknown where one of them is. */
    static Optional<Cost> sum(List<Optional<NodeReport>> reports) {
        Optional<Cost> sum = Optional.of(Cost.ZERO);
        for (Optional<NodeReport> report : reports) {
            Optional<Cost> cost = report.flatMap(NodeReport::cost);
            sum = sum.flatMap(so -> cost.map(so::plus));
        }
        return sum;
    }
}
