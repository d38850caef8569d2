package convas.training.djl;

import convas.dataset.Samples;
import convas.training.TrainingPlan;
import convas.training.recipe.Loss;
import java.util.List;

/** Finds out why a loss is no number. */
final class Divergence {
    private final TrainingPlan plan;
    private final Learner learner;

    Divergence(TrainingPlan plan, Learner learner) {
        this.plan = plan;
        this.learner = learner;
    }

    /** The key of the sentence with the likeliest reason for the loss of a batch. */
    String of(Samples samples) {
        if (!areFinite(samples.values()) || !areFinite(samples.targets())) {
            return "training.diverged.data";
        } else if (isWeightless(samples)) {
            return "training.diverged.class-weights";
        }
        return ofNetwork();
    }

    /** The same where the data are known to be numbers. */
    String ofNetwork() {
        return learner.isFinite() ? "training.diverged.scores" : "training.diverged.weights";
    }

    private boolean isWeightless(Samples samples) {
        List<Double> weights = plan.classWeights();
        if (weights.isEmpty() || plan.loss() != Loss.CROSS_ENTROPY) {
            return false;
        }
        for (int label : samples.labels()) {
            if (weights.get(label) > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean areFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
