package convas.analysis.lint;

import convas.analysis.Step;
import convas.operator.TensorShape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Guideline 4: elementwise operations cost next to no arithmetic but much memory traffic. */
final class ElementwiseTraffic implements Lint {
    private static final Set<String> ELEMENTWISE = Set.of("activation", "arithmetic");
    private static final double MUCH = 0.5;

    @Override
    public String key() {
        return "analysis.lint.elementwise";
    }

    @Override
    public String source() {
        return "Ma et al., ShuffleNet V2, ECCV 2018, G4: https://arxiv.org/abs/1807.11164";
    }

    @Override
    public List<Finding> find(Wires wires) {
        double all = 0;
        double elementwise = 0;
        for (Step step : wires.steps()) {
            double moved = elements(step.inputShapes()) + elements(step.outputShapes());
            all += moved;
            if (ELEMENTWISE.contains(step.primitive().category())) {
                elementwise += moved;
            }
        }
        if (elementwise <= MUCH * all) {
            return List.of();
        }
        return List.of(Finding.hint(this, "", "", String.format(Locale.ROOT, "%.0f", 100 * elementwise / all)));
    }

    private static double elements(List<TensorShape> shapes) {
        return shapes.stream().mapToDouble(TensorShape::elements).sum();
    }
}
