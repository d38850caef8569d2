package convas.analysis.lint;

import convas.analysis.Step;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** A channel attention whose small network has fewer than four hidden units can hardly tell channels apart. */
final class FewHiddenUnits implements Lint {
    private static final long FEW = 4;

    @Override
    public String key() {
        return "analysis.lint.hidden";
    }

    @Override
    public String source() {
        return "Woo et al., CBAM, ECCV 2018, section 3: https://arxiv.org/abs/1807.06521";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (Step step : wires.steps()) {
            boolean attention = wires.moduleAround(step.path()).equals("ChannelAttention");
            if (attention && step.path().endsWith("/reduce")) {
                long hidden = step.outputShapes().get(0).channels();
                if (hidden < FEW) {
                    findings.add(finding(wires, step, hidden));
                }
            }
        }
        return findings;
    }

    private Finding finding(Wires wires, Step step, long hidden) {
        String module = Wires.parent(step.path());
        String outer = wires.moduleAround(module).equals("CBAM") ? Wires.parent(module) : module;
        long channels = step.inputShapes().get(0).channels();
        Finding finding = Finding.warning(this, outer, "reduction", hidden, channels);
        return channels < FEW ? finding : finding.with(wires.set(outer, "reduction", Value.of(channels / FEW)));
    }
}
