package convas.training;

import convas.analysis.Analysis;
import convas.analysis.Program;
import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.Datasets;
import convas.dataset.Normalization;
import convas.dataset.SampleShape;
import convas.dataset.Split;
import convas.dataset.Targets;
import convas.dataset.UnreadableSampleException;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.training.data.DatasetOpener;
import convas.training.recipe.DataRecipe;
import convas.training.recipe.Loss;
import convas.training.recipe.Objective;
import convas.training.recipe.Recipe;
import convas.training.recipe.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Looks at design, recipe and data before a run, and tells everything that is in its way at once. Needs no engine, so it
 * answers at once.
 */
public final class Planner {
    /** Of each class, held back for validation where neither recipe nor dataset says otherwise. */
    private static final double VALIDATION_SHARE = 0.2;

    /** Values of a batch, so that its bytes can be counted in an int. */
    private static final long LARGEST_BATCH = Integer.MAX_VALUE / Float.BYTES;

    private final Function<Design, Analysis> analyzer;
    private final DatasetOpener opener;

    public Planner(Function<Design, Analysis> analyzer, Datasets datasets) {
        this.analyzer = analyzer;
        this.opener = new DatasetOpener(datasets);
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
        Optional<DataRecipe> data = DataRecipe.of(design.training());
        Optional<Dataset> dataset = data.flatMap(asked -> open(asked, problems, notes));
        Optional<TensorShape> input = analysis.program().flatMap(program -> input(program, problems));
        Optional<TensorShape> output = analysis.program().flatMap(program -> output(program, problems));
        if (analysis.program().isPresent() && !learns(analysis.program().get())) {
            problems.add(Diagnostic.error("", "", "training.no-weights"));
        }
        if (dataset.isPresent()) {
            input.ifPresent(shape -> compareImages(analysis, shape, dataset.get(), problems, notes));
            recipe.value().ifPresent(read -> input.ifPresent(shape -> checkSize(shape, read.batchSize(), problems)));
            output.ifPresent(shape -> compareTargets(analysis, shape, dataset.get(), problems));
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
            return new Reading<>(
                    Optional.of(plan(
                            design,
                            recipe.value().orElseThrow().with(epochs, seed),
                            analysis.program().orElseThrow(),
                            dataset.orElseThrow(),
                            input.orElseThrow(),
                            notes)),
                    List.of());
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
        Split split = split(dataset, recipe);
        Normalization normalization = normalization(recipe.dataset().scaling(), dataset, split);
        return new TrainingPlan(design, recipe, program, dataset, split, normalization, input, notes);
    }

    /** The dataset's own parts unless the recipe holds some samples back; those that are held back are training ones then. */
    private static Split split(Dataset dataset, Recipe recipe) {
        OptionalDouble share = recipe.dataset().validation();
        Optional<Split> own = dataset.split();
        if (own.isPresent() && share.isEmpty()) {
            return own.get();
        }
        List<Integer> samples = own.map(Split::training)
                .orElseGet(() -> IntStream.range(0, dataset.size()).boxed().toList());
        return Split.stratified(dataset, samples, share.orElse(VALIDATION_SHARE), recipe.splitSeed());
    }

    private static Normalization normalization(Scaling scaling, Dataset dataset, Split split)
            throws UnreadableSampleException {
        return switch (scaling.form()) {
            case NONE -> Normalization.none(dataset.shape().channels());
            case GIVEN -> new Normalization(scaling.mean(), scaling.deviation());
            case MEASURED -> Normalization.of(dataset, split.training());
            case STANDARD ->
                dataset.normalization().isPresent()
                        ? dataset.normalization().get()
                        : Normalization.of(dataset, split.training());
        };
    }

    private Optional<Dataset> open(DataRecipe data, List<Diagnostic> problems, List<Diagnostic> notes) {
        Reading<Dataset> reading = opener.open(data, false);
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

    private static void compareImages(
            Analysis analysis, TensorShape input, Dataset dataset, List<Diagnostic> problems, List<Diagnostic> notes) {
        String path = path(analysis, true);
        SampleShape sample = dataset.shape();
        if (!sample.isImage()) {
            if (input.rank() != 1 || input.size(0) != sample.elements()) {
                problems.add(Diagnostic.error(
                        path, "shape", "dataset.not-numbers", dataset.name(), sample.display(), input.display()));
            }
        } else if (input.rank() != 3) {
            problems.add(Diagnostic.error(
                    path, "shape", "dataset.not-image", dataset.name(), sample.display(), input.display()));
        } else if (input.channels() != sample.channels()) {
            problems.add(Diagnostic.error(
                    path, "shape", "dataset.channels", dataset.name(), sample.channels(), input.channels()));
        } else if (input.height() != sample.height() || input.width() != sample.width()) {
            notes.add(new Diagnostic(
                    Diagnostic.Severity.HINT,
                    path,
                    "shape",
                    "dataset.resized",
                    List.of(
                            dataset.name(),
                            sample.height() + " × " + sample.width(),
                            input.height() + " × " + input.width())));
        }
    }

    private static void checkScaling(Scaling scaling, Dataset dataset, List<Diagnostic> problems) {
        int channels = dataset.shape().channels();
        if (scaling.form() == Scaling.Form.GIVEN && scaling.mean().size() != channels) {
            problems.add(Diagnostic.error(
                    "",
                    "training.dataset.normalize",
                    "dataset.normalize",
                    dataset.name(),
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
            problems.add(Diagnostic.error("", "training.loss", "training.loss.classes", loss.key(), dataset.name()));
        }
        int classes = dataset.targets().size();
        int weights = objective.classWeights().given().size();
        if (weights > 0 && weights != classes) {
            problems.add(
                    Diagnostic.error("", "training.class_weights", "training.class-weights.count", classes, weights));
        }
    }

    private static void compareTargets(
            Analysis analysis, TensorShape output, Dataset dataset, List<Diagnostic> problems) {
        String path = path(analysis, false);
        boolean classes = dataset.targets() instanceof Targets.Classes;
        int wanted = dataset.targets().size();
        if (output.rank() != 1) {
            String key = classes ? "dataset.not-scores" : "dataset.not-answers";
            problems.add(Diagnostic.error(path, "", key, dataset.name(), wanted, output.display()));
        } else if (output.size(0) != wanted) {
            String key = classes ? "dataset.classes" : "dataset.answers";
            problems.add(Diagnostic.error(path, "", key, dataset.name(), wanted, output.size(0)));
        }
    }

    private static String path(Analysis analysis, boolean input) {
        Program program = analysis.program().orElseThrow();
        int step = (input ? program.inputs() : program.outputs()).get(0);
        return program.steps().get(step).path();
    }
}
