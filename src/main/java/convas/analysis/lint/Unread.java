package convas.analysis.lint;

import convas.analysis.Step;
import java.util.ArrayList;
import java.util.List;

/** A node whose outputs nobody reads is computed, and counted, for nothing. */
final class Unread implements Lint {
    @Override
    public String key() {
        return "analysis.lint.unread";
    }

    @Override
    public String source() {
        return "docs/counting.md";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        for (int at = 0; at < wires.steps().size(); at++) {
            Step step = wires.steps().get(at);
            if (!step.type().equals("Output") && wires.readerIndices(at).isEmpty()) {
                findings.add(Finding.warning(this, step.path(), "", step.type()));
            }
        }
        return findings;
    }
}
