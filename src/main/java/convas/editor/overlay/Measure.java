package convas.editor.overlay;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.analysis.Step;
import convas.analysis.figures.NodeFigures;
import convas.operator.Cost;
import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The numbers per node that the analysis knows. */
public enum Measure implements HeatSource {
    PARAMS(Unit.COUNT, true),
    MACS(Unit.COUNT, true),
    ACTIVATIONS(Unit.BYTES, true),
    TRAFFIC(Unit.BYTES, true),
    /** Of a module: its MACs over its bytes, not a sum. */
    INTENSITY(Unit.MACS_PER_BYTE, false),
    /** Of a module: that of its output. */
    RECEPTIVE_FIELD(Unit.PIXELS, false);

    private final Unit unit;
    private final boolean sums;

    Measure(Unit unit, boolean sums) {
        this.unit = unit;
        this.sums = sums;
    }

    /** The key of its name among the texts. */
    public String textKey() {
        return "editoroverlay." + name().toLowerCase(Locale.ROOT);
    }

    /** This number for every path of which it is known. */
    @Override
    public Overlay of(Analysis analysis, Texts texts) {
        Map<String, Double> values = new LinkedHashMap<>();
        switch (this) {
            case PARAMS -> costs(analysis, Cost::params, values);
            case MACS -> costs(analysis, Cost::macs, values);
            case ACTIVATIONS -> costs(analysis, Cost::activationBytes, values);
            case TRAFFIC -> figures(analysis, NodeFigures::bytesMoved, values);
            case INTENSITY -> figures(analysis, NodeFigures::intensity, values);
            case RECEPTIVE_FIELD ->
                figures(
                        analysis,
                        figures -> Math.max(
                                figures.field().size().height(),
                                figures.field().size().width()),
                        values);
        }
        List<String> leaves = analysis.program()
                .map(program -> program.steps().stream().map(Step::path).toList())
                .orElse(List.of());
        return new Overlay(texts.get(textKey()), unit, sums, values, leaves);
    }

    private static void costs(Analysis analysis, ToDoubleFunction<Cost> figure, Map<String, Double> values) {
        for (Map.Entry<String, NodeReport> entry : analysis.nodes().entrySet()) {
            entry.getValue().cost().ifPresent(cost -> values.put(entry.getKey(), figure.applyAsDouble(cost)));
        }
    }

    private static void figures(Analysis analysis, ToDoubleFunction<NodeFigures> figure, Map<String, Double> values) {
        analysis.program()
                .ifPresent(program -> NodeFigures.byPath(program)
                        .forEach((path, figures) -> values.put(path, figure.applyAsDouble(figures))));
    }
}
