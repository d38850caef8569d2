package convas.analysis.lint;

import convas.analysis.Step;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** A Ghost module whose width its ratio does not divide builds channels only to throw them away. */
final class OddGhostWidth implements Lint {
    @Override
    public String key() {
        return "analysis.lint.ghost";
    }

    @Override
    public String source() {
        return "Han et al., GhostNet, CVPR 2020, section 3: https://arxiv.org/abs/1911.11907";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (Step step : wires.steps()) {
            boolean ghost = wires.moduleAround(step.path()).startsWith("GhostModule");
            if (ghost && step.type().equals("Slice")) {
                long built = step.inputShapes().get(0).channels();
                long kept = step.outputShapes().get(0).channels();
                String module = Wires.parent(step.path());
                findings.add(Finding.hint(this, module, "out_channels", kept, built)
                        .with(wires.set(module, "out_channels", Value.of(built))));
            }
        }
        return findings;
    }
}
