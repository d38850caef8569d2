package convas.analysis.lint;

import convas.analysis.Step;
import java.util.ArrayList;
import java.util.List;

/** Two group convolutions with nothing between them that mixes groups: information never crosses from group to group. */
final class UnmixedGroups implements Lint {
    @Override
    public String key() {
        return "analysis.lint.unmixed";
    }

    @Override
    public String source() {
        return "Zhang et al., ShuffleNet, CVPR 2018, section 3.1: https://arxiv.org/abs/1707.01083";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (Step step : wires.steps()) {
            if (GroupedWork.isGrouped(step)) {
                Step before = wires.maker(step.inputs().get(0));
                while (Wires.isTransparent(before) || isDepthwise(before)) {
                    before = wires.maker(before.inputs().get(0));
                }
                if (GroupedWork.isGrouped(before) && Wires.whole(before, "groups") == Wires.whole(step, "groups")) {
                    findings.add(
                            Finding.warning(this, step.path(), "groups", Wires.whole(step, "groups"), before.path()));
                }
            }
        }
        return findings;
    }

    private static boolean isDepthwise(Step step) {
        return step.type().equals("Conv2d")
                && Wires.whole(step, "groups") == step.inputShapes().get(0).channels();
    }
}
