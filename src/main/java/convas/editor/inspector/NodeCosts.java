package convas.editor.inspector;

import convas.analysis.NodeReport;
import convas.analysis.figures.NodeFigures;
import convas.analysis.figures.ReceptiveField;
import convas.editor.Figures;
import convas.operator.Cost;
import convas.text.Texts;
import java.util.Locale;
import java.util.Optional;

/** What one node takes and gives and what it costs, as lines of a section. */
final class NodeCosts {
    private final Texts texts;
    private final Section section;
    private final Figure input;
    private final Figure output;
    private final Figure params;
    private final Figure macs;
    private final Figure flops;
    private final Figure activations;
    private final Figure field;
    private final Figure intensity;

    NodeCosts(Texts texts) {
        this.texts = texts;
        this.section = new Section(texts.get("editor.inspector.cost"));
        this.input = section.figure(texts.get("editor.cost.input"), "", "");
        this.output = section.figure(texts.get("editor.cost.output"), "", "");
        this.params = figure("params");
        this.macs = figure("macs");
        this.flops = figure("flops");
        this.activations = figure("activations");
        this.field = figure("field");
        this.intensity = figure("intensity");
    }

    private Figure figure(String name) {
        return section.figure(texts.get("editor.cost." + name), texts.get("editor.cost." + name + "Tip"), "");
    }

    Section root() {
        return section;
    }

    /**
     * @param whole the cost of the whole design, where it is known
     * @param figures what was worked out besides the analysis, where it is known
     */
    void show(NodeReport report, Optional<Cost> whole, Optional<NodeFigures> figures) {
        Optional<Cost> cost = report.cost();
        input.value(Figures.shapes(report.inputs()));
        output.value(Figures.shapes(report.outputs()));
        params.value(exact(cost.map(Cost::params)));
        macs.value(exact(cost.map(Cost::macs))
                + cost.flatMap(own -> whole.filter(total -> total.macs() > 0)
                                .map(total -> "  \u00b7  " + Figures.share(own.macs(), total.macs())))
                        .orElse(""));
        flops.value(exact(cost.map(Cost::flops)));
        activations.value(
                cost.map(known -> Figures.bytes(known.activationBytes())).orElse(Figures.UNKNOWN));
        field.value(figures.map(known -> field(known.field())).orElse(""));
        field.shown(figures.isPresent());
        intensity.value(figures.map(known -> String.format(Locale.ROOT, "%.2f MAC/B", known.intensity()))
                .orElse(""));
        intensity.shown(figures.isPresent());
    }

    private String field(ReceptiveField field) {
        return field.whole()
                ? texts.get("editor.cost.wholeField")
                : field.size().height() + " \u00d7 " + field.size().width();
    }

    private static String exact(Optional<Long> number) {
        return number.map(Figures::exact).orElse(Figures.UNKNOWN);
    }
}
