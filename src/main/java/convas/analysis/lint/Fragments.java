package convas.analysis.lint;

import convas.analysis.Step;
import java.util.ArrayList;
import java.util.List;

/** Guideline 3: a block of many small branches keeps a parallel machine less busy than one large layer. */
final class Fragments implements Lint {
    private static final int MANY = 5;

    @Override
    public String key() {
        return "analysis.lint.fragments";
    }

    @Override
    public String source() {
        return "Ma et al., ShuffleNet V2, ECCV 2018, G3: https://arxiv.org/abs/1807.11164";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (Step step : wires.steps()) {
            long branches = step.inputs().stream().distinct().count();
            if (branches >= MANY) {
                findings.add(Finding.hint(this, step.path(), "", branches));
            }
        }
        return findings;
    }
}
