package convas.training;

import convas.analysis.Step;
import convas.dataset.Normalization;
import convas.dataset.Targets;
import convas.graph.Diagnostic;
import convas.operator.TensorShape;
import convas.training.data.DataReports;
import convas.training.recipe.EarlyStopping;
import convas.training.recipe.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What would break off a run, or make it pointless, that shows before it starts, from recipe, data and network together. */
final class RecipeFit {
    private static final String DATASET = "training.dataset";
    private static final String STOPPING = "training.early_stopping";

    /** So many samples are followed through their order; a second's work. What comes later is told when it happens. */
    private static final long MOST_FOLLOWED = 20_000_000;

    private final TrainingPlan plan;
    private final List<Diagnostic> problems = new ArrayList<>();

    private RecipeFit(TrainingPlan plan) {
        this.plan = plan;
    }

    /** Everything of this kind; each an error with its remedy. */
    static List<Diagnostic> problems(TrainingPlan plan) {
        RecipeFit fit = new RecipeFit(plan);
        if (plan.split().training().isEmpty()) {
            fit.tell(
                    DATASET,
                    "training.no-images",
                    plan.dataset().size(),
                    plan.split().validation().size());
        } else {
            fit.checkNumbers();
            fit.checkSingleValues();
            fit.checkClassWeights();
        }
        fit.checkStopping();
        return List.copyOf(fit.problems);
    }

    private void tell(String parameter, String key, Object... arguments) {
        problems.add(Diagnostic.error("", parameter, key, arguments));
    }

    /** Mean and deviation pass over every training sample, so they tell of any that is no number. */
    private void checkNumbers() {
        Normalization taken = plan.normalization();
        boolean numbers =
                Stream.concat(taken.mean().stream(), taken.deviation().stream()).allMatch(Double::isFinite);
        if (!numbers) {
            tell(DATASET, "training.data-not-finite", plan.dataset().title());
            plan.data().findings().stream()
                    .filter(finding -> finding.key().equals(DataReports.NOT_FINITE))
                    .forEach(finding -> problems.add(new Diagnostic(
                            Diagnostic.Severity.ERROR, "", DATASET, finding.key(), finding.arguments())));
        }
    }

    /** Of one value there is no deviation: PyTorch refuses it too. The first place stands for all. */
    private void checkSingleValues() {
        int images = plan.split().training().size();
        if (Math.min(images, plan.recipe().batchSize()) > 1) {
            return;
        }
        Optional<Step> single = plan.program().steps().stream()
                .filter(step -> step.type().equals("BatchNorm2d")
                        && hasOneValue(step.inputShapes().get(0)))
                .findFirst();
        single.ifPresent(step -> problems.add(
                Diagnostic.error(step.path(), "", images > 1 ? "training.single-value" : "training.single-image")));
    }

    private static boolean hasOneValue(TensorShape shape) {
        return shape.elements() == shape.channels();
    }

    private void checkStopping() {
        if (plan.recipe().earlyStopping().isEmpty()) {
            return;
        }
        EarlyStopping.Monitor watched = plan.recipe().earlyStopping().get().monitor();
        if (plan.split().validation().isEmpty()) {
            tell(STOPPING, "training.stopping.no-images", watched.key());
        } else if (watched == EarlyStopping.Monitor.VALIDATION_ACCURACY
                && plan.dataset().targets() instanceof Targets.Numbers numbers
                && numbers.tolerance() == 0) {
            tell(STOPPING, "training.stopping.no-accuracy", watched.key(), EarlyStopping.Monitor.VALIDATION_LOSS.key());
        }
    }

    /** Cross-entropy is divided by the weights of a batch's images: 0 / 0 where all of them are 0. */
    private void checkClassWeights() {
        List<Double> weights = plan.classWeights();
        if (plan.loss() != Loss.CROSS_ENTROPY || weights.stream().noneMatch(weight -> weight == 0)) {
            return;
        }
        int[] labels = new int[plan.dataset().size()];
        plan.split()
                .training()
                .forEach(sample -> labels[sample] = plan.dataset().label(sample));
        long weightless = plan.split().training().stream()
                .filter(sample -> weights.get(labels[sample]) == 0)
                .count();
        int batches = plan.batchesPerEpoch();
        if (weightless < Math.min(plan.batchSize(0), plan.batchSize(batches - 1))) {
            return;
        }
        long epochs = Math.min(
                plan.recipe().epochs(),
                Math.max(1, MOST_FOLLOWED / plan.split().training().size()));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            int[] order = plan.order(epoch);
            for (int batch = 0; batch < batches; batch++) {
                int from = batch * plan.recipe().batchSize();
                int to = from + plan.batchSize(batch);
                int at = from;
                while (at < to && weights.get(labels[order[at]]) == 0) {
                    at++;
                }
                if (at == to) {
                    tell("training.class_weights", "training.class-weights.all-zero", epoch, batch + 1);
                    return;
                }
            }
        }
    }
}
