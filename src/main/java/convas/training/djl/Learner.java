package convas.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.analysis.Step;
import convas.compiler.Compiler;
import convas.compiler.EngineTensor;
import convas.compiler.GraphBlock;
import convas.compiler.Weights;
import convas.dataset.BatchReader;
import convas.dataset.Samples;
import convas.dataset.Seeds;
import convas.dataset.UnreadableSampleException;
import convas.dataset.loading.ReadAhead;
import convas.engine.RunFailure;
import convas.graph.Diagnostic;
import convas.operator.Weight;
import convas.tensor.SafetensorsFile;
import convas.tensor.TensorData;
import convas.training.TrainingPlan;
import convas.training.djl.step.LossFunction;
import convas.training.djl.step.Optimizer;
import convas.training.djl.step.TrainedWeight;
import convas.training.djl.step.WeightAverage;
import convas.training.recipe.OptimizerChoice;
import convas.training.recipe.Recipe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A network with its optimiser: learns from a batch, examines itself on images. All in the thread that made it, since
 * grad mode belongs to a thread. What is random depends on the seed and the step alone. Keeps no tensor of a step.
 */
final class Learner implements AutoCloseable {
    /** Names the use of a derived seed; another for each use, so that no two draw the same numbers. */
    private static final long WEIGHTS = 1;

    private static final long STEP = 2;
    /** The category of primitives whose weights scale and shift what they normalise. */
    private static final String NORMALISATION = "normalisation";

    private final TrainingPlan plan;
    private final Recipe recipe;
    private final BatchReader reader;
    private final NDManager manager;
    private final GraphBlock block;
    private final LossFunction loss;
    /** Without smoothing and weights, so that runs with and without them compare. */
    private final LossFunction examined;

    private Laps laps = lap -> {};
    private Optional<WeightAverage> average = Optional.empty();
    private Optional<Optimizer> optimizer = Optional.empty();
    /** What the optimiser is to remember of the steps before; given to it when it is made, with the first step. */
    private Optional<SafetensorsFile> before = Optional.empty();

    Learner(TrainingPlan plan, NDManager parent) {
        this.plan = plan;
        this.recipe = plan.recipe();
        this.reader = plan.reader();
        JniUtils.setGradMode(false);
        manager = parent.newSubManager();
        block = new Compiler().compile(plan.program());
        block.initialize(manager, recipe.initialization(), Seeds.derive(recipe.seed(), WEIGHTS));
        loss = LossFunction.of(plan.loss(), recipe.objective().labelSmoothing(), plan.classWeights(), manager);
        examined = LossFunction.plain(plan.loss());
        average = recipe.averaging().map(averaging -> new WeightAverage(tensors(), averaging, manager));
    }

    /** Every weight and running statistic by name, as trained. */
    Map<String, NDArray> tensors() {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        block.weights()
                .keySet()
                .forEach(name -> tensors.put(name, block.parameter(name).getArray()));
        return tensors;
    }

    /** What validates and what a run leaves: the averages, where there are any. */
    Map<String, NDArray> results() {
        return average.map(WeightAverage::values).orElseGet(this::tensors);
    }

    /** Whether every weight and running statistic, trained and averaged, is a finite number. */
    boolean isFinite() {
        return areFinite(tensors()) && (average.isEmpty() || areFinite(results()));
    }

    private static boolean areFinite(Map<String, NDArray> tensors) {
        return tensors.values().stream().allMatch(tensor -> {
            // x - x is 0, and no number where x is infinite or none.
            try (NDArray zeros = tensor.sub(tensor);
                    NDArray sum = zeros.sum()) {
                return sum.getFloat() == 0;
            }
        });
    }

    boolean averages() {
        return average.isPresent();
    }

    /**
     * Puts weights and optimiser where a run begins.
     *
     * @throws RunFailure where the tensors are not those of this network
     */
    void restore(Beginning beginning) throws RunFailure {
        if (beginning.weights().isPresent()) {
            Map<String, TensorData> weights = beginning.weights().get().tensors();
            load(weights);
            if (average.isPresent()) {
                average.get().restore(weights);
                load(beginning.trained());
            }
        }
        before = beginning.optimizer().filter(file -> steps(file) > 0);
    }

    private void load(Map<String, TensorData> weights) throws RunFailure {
        List<Diagnostic> problems = Weights.load(block, weights);
        if (!problems.isEmpty()) {
            throw new RunFailure(problems, null);
        }
    }

    /** Parts of a step, in order; what comes after the optimiser is other too. */
    enum Lap {
        DATA,
        FORWARD,
        BACKWARD,
        OTHER,
        OPTIMIZER
    }

    /** Is told when a part of a step has ended. On the CPU all its work is done then. */
    interface Laps {
        void ended(Lap lap);
    }

    /** @param watching from now on */
    void watch(Laps watching) {
        laps = watching;
    }

    private static long steps(SafetensorsFile file) {
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

    /** What the optimiser remembers, or is to remember once there is a step. */
    Map<String, TensorData> remembered() {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        before.ifPresent(file -> tensors.putAll(file.tensors()));
        optimizer.ifPresent(made -> made.state().forEach((name, array) -> tensors.put(name, new EngineTensor(array))));
        return tensors;
    }

    /** Steps that the optimiser has done. */
    long steps() {
        return optimizer
                .map(Optimizer::steps)
                .orElseGet(() -> before.map(Learner::steps).orElse(0L));
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
            Batch batch = Batch.of(samples, plan.input(), scope);
            NDArray scores;
            NDArray mean;
            laps.ended(Lap.DATA);
            JniUtils.setGradMode(true);
            try {
                scores = block.run(new NDList(batch.images()), true).head();
                mean = loss.mean(scores, batch.targets());
                laps.ended(Lap.FORWARD);
                JniUtils.backward((PtNDArray) mean, (PtNDArray) scope.ones(mean.getShape()), false, false);
                laps.ended(Lap.BACKWARD);
            } finally {
                JniUtils.setGradMode(false);
            }
            float value = mean.getFloat();
            if (!Float.isFinite(value)) {
                throw new LossNotFiniteException();
            }
            Optimizer stepping = optimizer.orElseGet(this::prepare);
            laps.ended(Lap.OTHER);
            OptionalDouble momentum = momentum(step);
            if (momentum.isPresent()) {
                stepping.step(learningRate, momentum.getAsDouble());
            } else {
                stepping.step(learningRate);
            }
            average.ifPresent(kept -> kept.update(step));
            laps.ended(Lap.OPTIMIZER);
            return Score.of(
                    value,
                    scores.toFloatArray(),
                    samples.targets(),
                    samples.labels(),
                    plan.dataset().targets());
        }
    }

    /**
     * How good it is on samples, in inference mode; the loss without label smoothing and class weights.
     *
     * @throws UnreadableSampleException of the first that cannot be read
     */
    Examination examine(int[] samples, int batchSize) throws UnreadableSampleException {
        Examination result = new Examination(plan.dataset().targets());
        int batches = (samples.length + batchSize - 1) / batchSize;
        int threads = ReadAhead.sensibleThreads(Runtime.getRuntime().availableProcessors());
        try (ReadAhead ahead = new ReadAhead(each -> read(samples, (int) each, batchSize), 0, batches, threads)) {
            for (int batch = 0; batch < batches; batch++) {
                examine(ahead.next(), result);
            }
        }
        return result;
    }

    private Samples read(int[] samples, int batch, int batchSize) throws UnreadableSampleException {
        int from = batch * batchSize;
        return reader.read(samples, from, Math.min(batchSize, samples.length - from));
    }

    private void examine(Samples samples, Examination result) {
        try (NDManager scope = manager.newSubManager()) {
            Batch batch = Batch.of(samples, plan.input(), scope);
            NDList inputs = new NDList(batch.images());
            NDArray scores = average.map(kept ->
                            block.infer(inputs, parameter -> kept.values().get(parameter.getName())))
                    .orElseGet(() -> block.infer(inputs))
                    .head();
            NDArray mean = examined.mean(scores, batch.targets());
            result.add(mean.getFloat(), scores.toFloatArray(), samples.targets(), samples.labels());
        }
    }

    /** Which weights have gradients shows in the first step: those that the loss does not depend on have none. */
    private Optimizer prepare() {
        List<TrainedWeight> found = new ArrayList<>();
        Set<String> spared = biasesAndNormalisation();
        for (Map.Entry<String, Weight> entry : block.weights().entrySet()) {
            if (entry.getValue().trained()) {
                NDArray value = block.parameter(entry.getKey()).getArray();
                NDArray gradient = JniUtils.getGradient((PtNDArray) value);
                if (gradient != null) {
                    gradient.attach(manager);
                    found.add(new TrainedWeight(entry.getKey(), value, gradient, !spared.contains(entry.getKey())));
                }
            }
        }
        OptimizerChoice choice = recipe.optimizer();
        // Momentum that is to come and go is there from the start.
        OptionalDouble momentum = momentum(0);
        Optimizer made = new Optimizer(
                found,
                momentum.isPresent() ? choice.withMomentum(momentum.getAsDouble()) : choice,
                recipe.clipNorm(),
                manager);
        before.ifPresent(file -> made.restore(file.tensors(), steps(file)));
        before = Optional.empty();
        optimizer = Optional.of(made);
        return made;
    }

    private OptionalDouble momentum(long step) {
        return recipe.schedule().momentum(step, plan.batchesPerEpoch(), recipe.epochs());
    }

    private Set<String> biasesAndNormalisation() {
        Set<String> names = new HashSet<>();
        for (Step step : plan.program().steps()) {
            boolean normalises = step.primitive().category().equals(NORMALISATION);
            step.weights().stream()
                    .filter(weight -> normalises || weight.name().equals("bias"))
                    .forEach(weight -> names.add(step.weightName(weight)));
        }
        return names;
    }

    @Override
    public void close() {
        average.ifPresent(WeightAverage::close);
        optimizer.ifPresent(Optimizer::close);
        manager.close();
    }

    /** The loss of a batch is infinite or not a number. */
    static final class LossNotFiniteException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
