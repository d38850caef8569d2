package convas.analysis.lint;

import convas.analysis.Step;
import java.util.ArrayList;
import java.util.List;

/** Guideline 2: many groups cost memory traffic; depthwise convolutions, which have no alternative, are not meant. */
final class GroupedWork implements Lint {
    private static final long MANY = 8;

    @Override
    public String key() {
        return "analysis.lint.groups";
    }

    @Override
    public String source() {
        return "Ma et al., ShuffleNet V2, ECCV 2018, G2: https://arxiv.org/abs/1807.11164";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (Step step : wires.steps()) {
            long groups = Wires.whole(step, "groups");
            if (isGrouped(step) && groups >= MANY) {
                findings.add(Finding.hint(this, step.path(), "groups", groups));
            }
        }
        return findings;
    }

    /** Whether a convolution has groups of more than one channel. */
    static boolean isGrouped(Step step) {
        long groups = Wires.whole(step, "groups");
        return step.type().startsWith("Conv")
                && groups > 1
                && groups < step.inputShapes().get(0).channels();
    }
}
