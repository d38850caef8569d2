package convas.analysis.lint;

import convas.analysis.Step;
import java.util.ArrayList;
import java.util.List;

/** Guideline 1: for given MACs, a 1x1 convolution moves least memory where input and output are equally wide. */
final class UnequalWidths implements Lint {
    /** At 8:1 a layer moves (8 + 1) / (2 * sqrt(8)) = 1.6 times the least. */
    private static final long RATIO = 8;

    @Override
    public String key() {
        return "analysis.lint.widths";
    }

    @Override
    public String source() {
        return "Ma et al., ShuffleNet V2, ECCV 2018, G1: https://arxiv.org/abs/1807.11164";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (Step step : wires.steps()) {
            boolean onMaps = step.outputShapes().get(0).rank() == 3
                    && step.outputShapes().get(0).height() > 1;
            if (step.type().equals("Conv2d") && Wires.isPointwise(step.arguments()) && onMaps) {
                long in = step.inputShapes().get(0).channels();
                long out = step.outputShapes().get(0).channels();
                boolean grouped = Wires.whole(step, "groups") > 1;
                if (!grouped && Math.max(in, out) >= RATIO * Math.min(in, out) && Math.min(in, out) > 3) {
                    findings.add(Finding.hint(this, step.path(), "out_channels", in, out));
                }
            }
        }
        return findings;
    }
}
