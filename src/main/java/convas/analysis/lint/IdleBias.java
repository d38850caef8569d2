package convas.analysis.lint;

import convas.analysis.Step;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** A bias right in front of a BatchNorm is subtracted again with the mean: it learns nothing. */
final class IdleBias implements Lint {
    @Override
    public String key() {
        return "analysis.lint.bias";
    }

    @Override
    public String source() {
        return "Ioffe and Szegedy, Batch Normalization, ICML 2015, section 3.2: https://arxiv.org/abs/1502.03167";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (int at = 0; at < wires.steps().size(); at++) {
            Step step = wires.steps().get(at);
            List<Step> readers = wires.readers(at);
            boolean idle = step.type().startsWith("Conv")
                    && Wires.isTrue(step, "bias")
                    && !readers.isEmpty()
                    && readers.stream().allMatch(reader -> reader.type().equals("BatchNorm2d"));
            if (idle) {
                findings.add(Finding.warning(
                                this, step.path(), "bias", readers.get(0).path())
                        .with(wires.set(step.path(), "bias", Value.of(false))));
            }
        }
        return findings;
    }
}
