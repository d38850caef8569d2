package convas.editor.inspector;

import convas.analysis.NodeReport;
import convas.editor.Figures;
import convas.operator.Cost;
import convas.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Sums of costs as lines of a section: parameters, MACs, FLOPs and buffers. */
final class Totals {
    private final Figure params;
    private final Figure macs;
    private final Figure flops;
    private final Figure buffers;

    /** Adds the lines to a section. */
    Totals(Section section, Texts texts) {
        params = line(section, "params", texts);
        macs = line(section, "macs", texts);
        flops = line(section, "flops", texts);
        buffers = line(section, "buffers", texts);
    }

    private static Figure line(Section section, String name, Texts texts) {
        return section.figure(
                texts.get("editor.cost." + name), texts.get("editor.cost." + name + "Tip"), "total-" + name);
    }

    /**
     * Shows a sum; a dash where it is unknown.
     *
     * @param whole what it is a share of, where that is to be said
     */
    void show(Optional<Cost> cost, Optional<Cost> whole) {
        params.value(text(cost, whole, Cost::params));
        macs.value(text(cost, whole, Cost::macs));
        flops.value(text(cost, whole, Cost::flops));
        buffers.value(text(cost, Optional.empty(), Cost::buffers));
    }

    private static String text(Optional<Cost> cost, Optional<Cost> whole, ToLongFunction<Cost> figure) {
        String shown =
                cost.map(known -> Figures.exact(figure.applyAsLong(known))).orElse(Figures.UNKNOWN);
        String share = cost.isEmpty()
                        || whole.filter(all -> figure.applyAsLong(all) > 0).isEmpty()
                ? ""
                : "  \u00b7  " + Figures.share(figure.applyAsLong(cost.get()), figure.applyAsLong(whole.get()));
        return shown + share;
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
