package convas.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.compiler.Compiler;
import convas.compiler.GraphBlock;
import convas.compiler.TensorFile;
import convas.compiler.Weights;
import convas.dataset.BatchReader;
import convas.dataset.Samples;
import convas.dataset.Seeds;
import convas.dataset.UnreadableSampleException;
import convas.graph.Diagnostic;
import convas.operator.Weight;
import convas.training.TrainingPlan;
import convas.training.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network with its optimiser: learns from a batch, examines itself on images. All in the thread that made it, since
 * grad mode belongs to a thread. What is random depends on the seed and the step alone. Keeps no tensor of a step.
 */
final class Learner implements AutoCloseable {
    /** Names the use of a derived seed; another for each use, so that no two draw the same numbers. */
    private static final long WEIGHTS = 1;

    private static final long STEP = 2;

    private final TrainingPlan plan;
    private final Recipe recipe;
    private final BatchReader reader;
    private final NDManager manager;
    private final GraphBlock block;
    private Optional<Optimizer> optimizer = Optional.empty();
    /** What the optimiser is to remember of the steps before; given to it when it is made, with the first step. */
    private Optional<TensorFile> remembered = Optional.empty();

    Learner(TrainingPlan plan, NDManager parent) {
        this.plan = plan;
        this.recipe = plan.recipe();
        this.reader = plan.reader();
        JniUtils.setGradMode(false);
        manager = parent.newSubManager();
        block = new Compiler().compile(plan.program());
        block.initialize(manager, Seeds.derive(recipe.seed(), WEIGHTS));
    }

    /**
     * Puts weights and optimiser where a run begins.
     *
     * @throws RunFailure where the tensors are not those of this network
     */
    void restore(Beginning beginning) throws RunFailure {
        if (beginning.weights().isPresent()) {
            List<Diagnostic> problems = Weights.load(block, beginning.weights().get());
            if (!problems.isEmpty()) {
                throw new RunFailure(problems, null);
            }
        }
        remembered = beginning.optimizer().filter(file -> !file.tensors().isEmpty() || steps(file) > 0);
    }

    private static long steps(TensorFile file) {
        return Long.parseLong(file.metadata().getOrDefault(CheckpointFile.STEPS, "0"));
    }

    /** The weights by name, in program order. */
    GraphBlock block() {
        return block;
    }

    /** The optimiser, once there was a step. */
    Optional<Optimizer> optimizer() {
        return optimizer;
    }

    long parameters() {
        return block.weights().values().stream()
                .filter(Weight::trained)
                .mapToLong(weight -> weight.shape().elements())
                .sum();
    }

    /**
     * One step on some samples.
     *
     * @param step from 0 over the whole run
     * @param progress how much of the run is done, 0 to 1
     * @throws LossNotFiniteException where the loss is not a number; the weights are as before
     */
    Score learn(Samples samples, long step, double progress, double learningRate) {
        JniUtils.setSeed(Seeds.derive(recipe.seed(), STEP, step));
        block.setProgress(progress);
        try (NDManager scope = manager.newSubManager()) {
            Batch batch = Batch.of(samples, plan.input(), recipe.labelSmoothing(), scope);
            NDArray scores;
            NDArray loss;
            JniUtils.setGradMode(true);
            try {
                scores = block.run(new NDList(batch.images()), true).head();
                loss = CrossEntropy.mean(scores, batch.targets());
                JniUtils.backward((PtNDArray) loss, (PtNDArray) scope.ones(loss.getShape()), false, false);
            } finally {
                JniUtils.setGradMode(false);
            }
            float value = loss.getFloat();
            if (!Float.isFinite(value)) {
                throw new LossNotFiniteException();
            }
            Optimizer stepping = optimizer.orElseGet(this::prepare);
            stepping.step(learningRate);
            return Score.of(value, scores.toFloatArray(), batch.labels());
        }
    }

    /**
     * Loss and hits on samples, in inference mode; without label smoothing.
     *
     * @throws UnreadableSampleException of the first that cannot be read
     */
    Score examine(int[] samples, int batchSize) throws UnreadableSampleException {
        Score total = Score.NONE;
        for (int from = 0; from < samples.length; from += batchSize) {
            try (NDManager scope = manager.newSubManager()) {
                Samples read = reader.read(samples, from, Math.min(batchSize, samples.length - from));
                Batch batch = Batch.of(read, plan.input(), 0, scope);
                NDArray scores = block.infer(new NDList(batch.images())).head();
                NDArray loss = CrossEntropy.mean(scores, batch.targets());
                total = total.plus(Score.of(loss.getFloat(), scores.toFloatArray(), batch.labels()));
            }
        }
        return total;
    }

    /** Which weights have gradients shows in the first step: those that the loss does not depend on have none. */
    private Optimizer prepare() {
        List<TrainedWeight> found = new ArrayList<>();
        for (Map.Entry<String, Weight> entry : block.weights().entrySet()) {
            if (entry.getValue().trained()) {
                NDArray value = block.parameter(entry.getKey()).getArray();
                NDArray gradient = JniUtils.getGradient((PtNDArray) value);
                if (gradient != null) {
                    gradient.attach(manager);
                    found.add(new TrainedWeight(entry.getKey(), value, gradient));
                }
            }
        }
        Optimizer made = new Optimizer(found, recipe.optimizer(), manager);
        remembered.ifPresent(file -> made.restore(file, steps(file)));
        remembered = Optional.empty();
        optimizer = Optional.of(made);
        return made;
    }

    @Override
    public void close() {
        optimizer.ifPresent(Optimizer::close);
        manager.close();
    }
}
