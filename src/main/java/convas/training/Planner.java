package convas.training;

import convas.analysis.Analysis;
import convas.analysis.Program;
import convas.dataset.Dataset;
import convas.dataset.DatasetSource;
import convas.dataset.Datasets;
import convas.dataset.ImageShape;
import convas.dataset.Normalization;
import convas.dataset.Split;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.training.recipe.Recipe;
import java.io.IOException;
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
    /** Of each class, held back for validation. */
    private static final double VALIDATION_SHARE = 0.2;

    /** Values of a batch, so that its bytes can be counted in an int. */
    private static final long LARGEST_BATCH = Integer.MAX_VALUE / Float.BYTES;

    private final Function<Design, Analysis> analyzer;
    private final Datasets datasets;

    public Planner(Function<Design, Analysis> analyzer, Datasets datasets) {
        this.analyzer = analyzer;
        this.datasets = datasets;
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
        Optional<Dataset> dataset = Recipe.datasetOf(design.training()).flatMap(name -> load(name, problems));
        Optional<TensorShape> input = analysis.program().flatMap(program -> input(program, problems));
        Optional<TensorShape> output = analysis.program().flatMap(program -> output(program, problems));
        if (analysis.program().isPresent() && !learns(analysis.program().get())) {
            problems.add(Diagnostic.error("", "", "training.no-weights"));
        }
        List<Diagnostic> notes = new ArrayList<>();
        if (dataset.isPresent()) {
            input.ifPresent(shape -> compareImages(analysis, shape, dataset.get(), problems, notes));
            recipe.value().ifPresent(read -> input.ifPresent(shape -> checkSize(shape, read.batchSize(), problems)));
            output.ifPresent(shape -> compareClasses(analysis, shape, dataset.get(), problems));
        }
        if (!problems.isEmpty()) {
            return new Reading<>(Optional.empty(), problems);
        }
        return new Reading<>(
                Optional.of(plan(
                        design,
                        recipe.value().orElseThrow().with(epochs, seed),
                        analysis.program().orElseThrow(),
                        dataset.orElseThrow(),
                        input.orElseThrow(),
                        notes)),
                List.of());
    }

    private static TrainingPlan plan(
            Design design, Recipe recipe, Program program, Dataset dataset, TensorShape input, List<Diagnostic> notes) {
        Split split = Split.stratified(dataset, VALIDATION_SHARE, recipe.splitSeed());
        Normalization normalization = Normalization.of(dataset, split.training());
        return new TrainingPlan(design, recipe, program, dataset, split, normalization, input, notes);
    }

    private Optional<Dataset> load(String name, List<Diagnostic> problems) {
        Optional<DatasetSource> source = datasets.find(name);
        if (source.isEmpty()) {
            problems.add(Diagnostic.error(
                    "", "training.dataset", "dataset.unknown", name, String.join(", ", datasets.names())));
            return Optional.empty();
        }
        try {
            return Optional.of(source.get().load());
        } catch (IOException unreadable) {
            problems.add(Diagnostic.error("", "training.dataset", "dataset.unreadable", name, unreadable.getMessage()));
            return Optional.empty();
        }
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
        ImageShape image = dataset.shape();
        if (input.rank() != 3) {
            problems.add(Diagnostic.error(
                    path, "shape", "dataset.not-image", dataset.name(), image.display(), input.display()));
        } else if (input.channels() != image.channels()) {
            problems.add(Diagnostic.error(
                    path, "shape", "dataset.channels", dataset.name(), image.channels(), input.channels()));
        } else if (input.height() != image.height() || input.width() != image.width()) {
            notes.add(new Diagnostic(
                    Diagnostic.Severity.HINT,
                    path,
                    "shape",
                    "dataset.resized",
                    List.of(
                            dataset.name(),
                            image.height() + " × " + image.width(),
                            input.height() + " × " + input.width())));
        }
    }

    private static void checkSize(TensorShape input, int batch, List<Diagnostic> problems) {
        if (Math.multiplyHigh(input.elements(), batch) != 0 || input.elements() * batch > LARGEST_BATCH) {
            problems.add(
                    Diagnostic.error("", "training.batch_size", "training.batch-too-large", batch, input.display()));
        }
    }

    private static void compareClasses(
            Analysis analysis, TensorShape output, Dataset dataset, List<Diagnostic> problems) {
        String path = path(analysis, false);
        int classes = dataset.classes().size();
        if (output.rank() != 1) {
            problems.add(Diagnostic.error(path, "", "dataset.not-scores", dataset.name(), classes, output.display()));
        } else if (output.size(0) != classes) {
            problems.add(Diagnostic.error(path, "", "dataset.classes", dataset.name(), classes, output.size(0)));
        }
    }

    private static String path(Analysis analysis, boolean input) {
        Program program = analysis.program().orElseThrow();
        int step = (input ? program.inputs() : program.outputs()).get(0);
        return program.steps().get(step).path();
    }
}
