package convas.analysis.lint;

import convas.analysis.Step;
import convas.graph.Edits;
import convas.graph.Node;
import convas.graph.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Scores that are made probabilities before a loss that does so itself. Cross entropy of a softmax of n classes cannot fall
 * below ln(1 + (n - 1) / e): 1.4612 for ten.
 */
final class SquashedScores implements Lint {
    private static final String CROSS_ENTROPY = "cross_entropy";
    /** The loss that fits the data; a Softmax only makes sense for classes, whose loss is cross entropy. */
    private static final String AUTO = "auto";

    private static final String SOFTMAX = "Softmax";
    private static final Set<String> HAVE_SIGMOID = Set.of(CROSS_ENTROPY, "bce");

    @Override
    public String key() {
        return "analysis.lint.squashed";
    }

    @Override
    public String source() {
        return "PyTorch, CrossEntropyLoss and BCEWithLogitsLoss, whose inputs are unnormalized logits:"
                + " https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html";
    }

    @Override
    public List<Finding> find(Wires wires) {
        List<Finding> findings = new ArrayList<>();
        if (!wires.isTrained()) {
            return findings;
        }
        String loss = wires.loss().orElse(AUTO);
        for (Step step : wires.steps()) {
            if (step.type().equals("Output") && step.inputShapes().get(0).rank() == 1) {
                Step maker = wires.maker(step.inputs().get(0));
                boolean twice = maker.type().equals(SOFTMAX) && (loss.equals(AUTO) || loss.equals(CROSS_ENTROPY))
                        || maker.type().equals("Sigmoid") && HAVE_SIGMOID.contains(loss);
                if (twice) {
                    String shown = loss.equals(AUTO) ? CROSS_ENTROPY : loss;
                    findings.add(Finding.warning(this, maker.path(), "", maker.type(), shown)
                            .with(wires.node(maker.path())
                                    .map(Node::id)
                                    .map(id -> Scope.DESIGN.lift(Edits.change(id, node -> node.withMuted(true))))));
                }
            }
        }
        return findings;
    }
}
