package convas.training.recipe;

import convas.graph.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run makes small.
 *
 * @param loss absent for what fits the data: cross-entropy for classes, mean squared error for numbers
 * @param labelSmoothing share of the target that is spread over all classes, as PyTorch's CrossEntropyLoss; 0 for none
 */
public record Objective(Optional<Loss> loss, double labelSmoothing, ClassWeights classWeights) {
    public static final Objective DEFAULT = new Objective(Optional.empty(), 0, ClassWeights.NONE);

    /** @param classes whether the data's targets are classes, and not numbers */
    public Loss lossFor(boolean classes) {
        return loss.orElse(classes ? Loss.CROSS_ENTROPY : Loss.MSE);
    }

    /** What is asked for that this loss has no use for. */
    public List<Diagnostic> problems(Loss used) {
        List<Diagnostic> problems = new ArrayList<>();
        if (labelSmoothing > 0 && !used.smooths()) {
            problems.add(Diagnostic.error("", "training.label_smoothing", "training.smoothing.loss", used.key()));
        }
        if (!classWeights.equals(ClassWeights.NONE) && !used.weighs()) {
            problems.add(Diagnostic.error("", "training.class_weights", "training.weights.loss", used.key()));
        }
        return problems;
    }
}
