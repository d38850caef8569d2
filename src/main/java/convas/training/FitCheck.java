package convas.training;

import convas.analysis.Analysis;
import convas.analysis.Program;
import convas.dataset.Dataset;
import convas.dataset.Normalization;
import convas.dataset.Split;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.training.data.DataFit;
import convas.training.data.DataParts;
import convas.training.data.DataReports;
import convas.training.data.DataSurveyor;
import convas.training.recipe.DataRecipe;
import convas.training.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether design, recipe and data fit together, as far as that shows without a look at files that nobody has asked for. For
 * one thread at a time, the one that looks at the data.
 */
public final class FitCheck {
    private final DataSurveyor surveyor;

    public FitCheck(DataSurveyor surveyor) {
        this.surveyor = surveyor;
    }

    /** @param mend the edit that puts it right, where one does */
    public record Problem(Diagnostic diagnostic, Optional<UnaryOperator<Design>> mend) {
        private static Problem plain(Diagnostic diagnostic) {
            return new Problem(diagnostic, Optional.empty());
        }
    }

    /**
     * What was found.
     *
     * @param source the data in question; absent where the recipe names none that could be looked at
     * @param seen whether the data were at hand, so that the problems are about them too
     * @param problems each an error
     */
    public record Result(Optional<DataRecipe> source, boolean seen, List<Problem> problems) {
        /** Nothing is known. */
        public static final Result NOTHING = new Result(Optional.empty(), false, List.of());

        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** @param file the design's, to whose folder paths are relative */
    public Result of(Design design, Analysis analysis, Optional<Path> file) {
        Reading<Recipe> recipe = Recipe.read(design.training());
        List<Problem> problems = new ArrayList<>();
        recipe.problems().stream()
                .filter(Diagnostic::isError)
                .map(Problem::plain)
                .forEach(problems::add);
        Optional<DataRecipe> source = surveyor.source(design, Optional.of(analysis), file);
        Optional<Reading<Dataset>> reading = source.flatMap(surveyor::atHand);
        if (recipe.value().isEmpty() || analysis.program().isEmpty() || reading.isEmpty()) {
            return new Result(source, false, problems);
        }
        reading.get().problems().stream()
                .filter(Diagnostic::isError)
                .map(Problem::plain)
                .forEach(problems::add);
        reading.get().value().ifPresent(dataset -> {
            Split split = DataParts.split(
                    dataset,
                    recipe.value().get().dataset(),
                    recipe.value().get().splitSeed());
            List<Diagnostic> single = DataReports.oneClass(dataset, split);
            single.stream().map(Problem::plain).forEach(problems::add);
            if (single.isEmpty()) {
                DataFit.of(design, analysis, dataset).stream()
                        .filter(misfit -> misfit.diagnostic().isError())
                        .forEach(misfit -> problems.add(
                                new Problem(misfit.diagnostic(), misfit.mend().map(DataFit.Mend::edit))));
            }
            if (problems.isEmpty()) {
                plan(design, recipe.value().get(), analysis.program().get(), dataset, split)
                        .forEach(problem -> problems.add(Problem.plain(problem)));
            }
        });
        return new Result(source, true, problems);
    }

    /** What a run would not start with; of the samples' values nothing is known here. */
    private static List<Diagnostic> plan(Design design, Recipe recipe, Program program, Dataset dataset, Split split) {
        if (program.inputs().size() != 1 || program.outputs().size() != 1) {
            return List.of();
        }
        return RecipeFit.problems(new TrainingPlan(
                design,
                recipe,
                program,
                dataset,
                split,
                Normalization.none(dataset.shape().channels()),
                program.steps().get(program.inputs().get(0)).outputShapes().get(0),
                List.of(),
                DataReports.of(recipe.dataset(), dataset, split)));
    }
}
