package convas.training;

import convas.analysis.Program;
import convas.dataset.BatchReader;
import convas.dataset.Dataset;
import convas.dataset.Normalization;
import convas.dataset.Seeds;
import convas.dataset.Split;
import convas.dataset.Targets;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.operator.TensorShape;
import convas.training.data.DataReport;
import convas.training.recipe.Loss;
import convas.training.recipe.Recipe;
import java.util.List;

/**
 * Everything that a run needs, found to fit together.
 *
 * @param program with one input, a sample, and one output, a score for each class or the numbers asked for
 * @param notes what the user should know, for instance that images are resized
 * @param data what the data are, as this run uses them
 */
public record TrainingPlan(
        Design design,
        Recipe recipe,
        Program program,
        Dataset dataset,
        Split split,
        Normalization normalization,
        TensorShape input,
        List<Diagnostic> notes,
        DataReport data) {
    /**
     * MACs of a step's forward pass. Measured on two cores as time of the main thread: 85 and 116 million gained nothing
     * from a second thread, 457 million gained 1.6 times, 1,210 million 1.7 times.
     */
    private static final long WORK_FOR_THREADS = 250_000_000;

    /** Names the use of the seed for the order of samples. */
    private static final long ORDER = 3;

    public TrainingPlan {
        notes = List.copyOf(notes);
    }

    /** The same with another recipe for the same data. */
    public TrainingPlan withRecipe(Recipe other) {
        return new TrainingPlan(design, other, program, dataset, split, normalization, input, notes, data);
    }

    /** Batches at the size that the design's Input wants. */
    public BatchReader reader() {
        boolean image = input.rank() == 3;
        return new BatchReader(
                dataset,
                image ? Math.toIntExact(input.height()) : 1,
                image ? Math.toIntExact(input.width()) : 1,
                normalization);
    }

    /**
     * The training samples in the order of an epoch.
     *
     * @param epoch from 1
     */
    public int[] order(int epoch) {
        return split.order(Seeds.derive(recipe.seed(), ORDER), epoch);
    }

    /**
     * How many samples a batch has.
     *
     * @param batch of an epoch, from 0
     */
    public int batchSize(int batch) {
        return Math.min(recipe.batchSize(), split.training().size() - batch * recipe.batchSize());
    }

    /** Whether the data's targets are classes, and not numbers. */
    public boolean learnsClasses() {
        return dataset.targets() instanceof Targets.Classes;
    }

    /** What is made small: what the recipe says, or what fits the data. */
    public Loss loss() {
        return recipe.objective().lossFor(learnsClasses());
    }

    /** Scores, or numbers, for each sample. */
    public int outputs() {
        return dataset.targets().size();
    }

    /** One weight for each class; empty where they count alike. */
    public List<Double> classWeights() {
        long[] counts = new long[outputs()];
        if (learnsClasses()) {
            split.training().forEach(sample -> counts[dataset.label(sample)]++);
        }
        return recipe.objective().classWeights().of(counts);
    }

    /**
     * How many threads of the engine pay: one where a step has little work, since then the threads wait for each other
     * longer than they compute, else one for each processor.
     */
    public int sensibleThreads(int processors) {
        long macs =
                program.steps().stream().mapToLong(step -> step.cost().macs()).sum();
        return macs < WORK_FOR_THREADS / recipe.batchSize() ? 1 : Math.max(1, processors);
    }

    /** Batches of an epoch; a last one that is smaller counts, but not one of a single image, which cannot be normalised. */
    public int batchesPerEpoch() {
        int images = split.training().size();
        int whole = images / recipe.batchSize();
        int rest = images % recipe.batchSize();
        return rest > 1 || whole == 0 ? whole + 1 : whole;
    }
}
