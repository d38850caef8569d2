package convas.training;

import convas.analysis.Analysis;
import convas.analysis.Program;
import convas.analysis.figures.WeightSizes;
import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.Datasets;
import convas.dataset.ReadingProgress;
import convas.dataset.Targets;
import convas.dataset.UnreadableSampleException;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.training.data.DataFit;
import convas.training.data.DataParts;
import convas.training.data.DataReports;
import convas.training.data.DatasetOpener;
import convas.training.data.ImageSize;
import convas.training.recipe.DataRecipe;
import convas.training.recipe.Loss;
import convas.training.recipe.Objective;
import convas.training.recipe.Recipe;
import convas.training.recipe.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Looks at design, recipe and data before a run, and tells everything that is in its way at once. Needs no engine, so it
 * answers at once.
 */
public final class Planner {
    /** Values of a batch, so that its bytes can be counted in an int. */
    private static final long LARGEST_BATCH = Integer.MAX_VALUE / Float.BYTES;

    private final Function<Design, Analysis> analyzer;
    private final DatasetOpener opener;
    private final ReadingProgress progress;

    public Planner(Function<Design, Analysis> analyzer, Datasets datasets) {
        this(analyzer, datasets, ReadingProgress.UNHEARD);
    }

    /** @param progress hears how far the data's files are read: that may take minutes */
    public Planner(Function<Design, Analysis> analyzer, Datasets datasets, ReadingProgress progress) {
        this.analyzer = analyzer;
        this.opener = new DatasetOpener(datasets);
        this.progress = progress;
    }

    /**
     * The plan, with diagnostics for all that is wrong; present only where nothing is.
     *
     * @param epochs instead of the recipe's
     * @param seed instead of the recipe's
     */
    public Reading<TrainingPlan> plan(Design design, OptionalInt epochs, OptionalLong seed) {
        List<Diagnostic> problems = new ArrayList<>();
        Reading<Recipe> recipe = Recipe.read(design.training());
        problems.addAll(recipe.problems());
        if (epochs.isPresent() && epochs.getAsInt() < 1) {
            problems.add(Diagnostic.error("", "epochs", "training.positive", epochs.getAsInt()));
        }
        Analysis analysis = analyzer.apply(design);
        analysis.diagnostics().stream().filter(Diagnostic::isError).forEach(problems::add);
        List<Diagnostic> notes = new ArrayList<>();
        Optional<DataRecipe> data =
                DataRecipe.of(design.training()).map(asked -> ImageSize.of(asked, opener.datasets(), analysis));
        Optional<Dataset> dataset = data.flatMap(asked -> open(asked, problems, notes));
        Optional<TensorShape> input = analysis.program().flatMap(program -> input(program, problems));
        Optional<TensorShape> output = analysis.program().flatMap(program -> output(program, problems));
        if (analysis.program().isPresent() && !learns(analysis.program().get())) {
            problems.add(Diagnostic.error("", "", "training.no-weights"));
        }
        analysis.program().map(WeightSizes::tooLarge).ifPresent(problems::addAll);
        if (dataset.isPresent()) {
            List<Diagnostic> single = recipe.value()
                    .map(read -> DataReports.oneClass(
                            dataset.get(), DataParts.split(dataset.get(), data.get(), read.splitSeed())))
                    .orElse(List.of());
            problems.addAll(single);
            if (single.isEmpty()) {
                // A network made to fit a single class would be right about nothing.
                DataFit.of(design, analysis, dataset.get()).forEach(misfit -> tell(misfit, problems, notes));
            }
            recipe.value().ifPresent(read -> input.ifPresent(shape -> checkSize(shape, read.batchSize(), problems)));
            recipe.value().ifPresent(read -> checkObjective(read.objective(), dataset.get(), problems));
            checkScaling(data.get().scaling(), dataset.get(), problems);
            if (data.get().augmentation().needsImages()
                    && !dataset.get().shape().isImage()) {
                String place = "training.dataset.augment";
                problems.add(Diagnostic.error(
                        "", place, "dataset.augment", data.get().type()));
            }
        }
        if (!problems.isEmpty()) {
            return new Reading<>(Optional.empty(), problems);
        }
        try {
            TrainingPlan plan = plan(
                    design,
                    recipe.value().orElseThrow().with(epochs, seed).withDataset(data.orElseThrow()),
                    analysis.program().orElseThrow(),
                    dataset.orElseThrow(),
                    input.orElseThrow(),
                    notes);
            problems.addAll(RecipeFit.problems(plan));
            return new Reading<>(problems.isEmpty() ? Optional.of(plan) : Optional.empty(), problems);
        } catch (UnreadableSampleException broken) {
            DataProblem problem = broken.problem();
            problems.add(new Diagnostic(
                    Diagnostic.Severity.ERROR, "", "training.dataset", problem.key(), problem.arguments()));
            return new Reading<>(Optional.empty(), problems);
        }
    }

    private static TrainingPlan plan(
            Design design, Recipe recipe, Program program, Dataset dataset, TensorShape input, List<Diagnostic> notes)
            throws UnreadableSampleException {
        DataParts.Prepared data = DataParts.prepare(recipe.dataset(), dataset, recipe.splitSeed());
        return new TrainingPlan(
                design, recipe, program, dataset, data.split(), data.normalization(), input, notes, data.report());
    }

    private Optional<Dataset> open(DataRecipe data, List<Diagnostic> problems, List<Diagnostic> notes) {
        Reading<Dataset> reading = opener.open(data, progress);
        reading.problems().forEach(problem -> (problem.isError() ? problems : notes).add(problem));
        return reading.value();
    }

    private static Optional<TensorShape> input(Program program, List<Diagnostic> problems) {
        if (program.inputs().size() != 1) {
            problems.add(Diagnostic.error(
                    "", "", "training.one-input", program.inputs().size()));
            return Optional.empty();
        }
        return Optional.of(
                program.steps().get(program.inputs().get(0)).outputShapes().get(0));
    }

    private static Optional<TensorShape> output(Program program, List<Diagnostic> problems) {
        if (program.outputs().size() != 1) {
            problems.add(Diagnostic.error(
                    "", "", "training.one-output", program.outputs().size()));
            return Optional.empty();
        }
        return Optional.of(
                program.steps().get(program.outputs().get(0)).inputShapes().get(0));
    }

    private static boolean learns(Program program) {
        return program.steps().stream().flatMap(step -> step.weights().stream()).anyMatch(Weight::trained);
    }

    private static void tell(DataFit.Misfit misfit, List<Diagnostic> problems, List<Diagnostic> notes) {
        if (misfit.diagnostic().isError()) {
            problems.add(misfit.diagnostic());
            misfit.mend().ifPresent(mend -> problems.add(mend.hint()));
        } else {
            notes.add(misfit.diagnostic());
        }
    }

    private static void checkScaling(Scaling scaling, Dataset dataset, List<Diagnostic> problems) {
        int channels = dataset.shape().channels();
        if (scaling.form() == Scaling.Form.GIVEN && scaling.mean().size() != channels) {
            problems.add(Diagnostic.error(
                    "",
                    "training.dataset.normalize",
                    "dataset.normalize",
                    dataset.title(),
                    channels,
                    scaling.mean().size()));
        }
    }

    private static void checkSize(TensorShape input, int batch, List<Diagnostic> problems) {
        if (Math.multiplyHigh(input.elements(), batch) != 0 || input.elements() * batch > LARGEST_BATCH) {
            problems.add(
                    Diagnostic.error("", "training.batch_size", "training.batch-too-large", batch, input.display()));
        }
    }

    private static void checkObjective(Objective objective, Dataset dataset, List<Diagnostic> problems) {
        boolean learnsClasses = dataset.targets() instanceof Targets.Classes;
        Loss loss = objective.lossFor(learnsClasses);
        if (objective.loss().isEmpty()) {
            // Of one that is named the recipe's reader told already.
            problems.addAll(objective.problems(loss));
        } else if (loss == Loss.CROSS_ENTROPY && !learnsClasses) {
            problems.add(Diagnostic.error("", "training.loss", "training.loss.classes", loss.key(), dataset.title()));
        }
        int classes = dataset.targets().size();
        int weights = objective.classWeights().given().size();
        if (weights > 0 && weights != classes) {
            problems.add(
                    Diagnostic.error("", "training.class_weights", "training.class-weights.count", classes, weights));
        }
    }
}
