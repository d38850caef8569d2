package convas.training.data;

import convas.analysis.Analysis;
import convas.dataset.Datasets;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.training.recipe.DataRecipe;
import convas.training.recipe.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What recipes may say of their data, from what each kind declares. Immutable; no file is looked at. */
public final class DataOptions {
    private final Datasets datasets;

    DataOptions(Datasets datasets) {
        this.datasets = datasets;
    }

    /** What a design's recipe may say beside the kind, in the order for people; nothing of a kind that is not known. */
    public List<DataOption> of(Design design, Optional<Analysis> analysis) {
        Optional<DataRecipe> recipe = DataRecipe.of(design.training());
        List<DataOption> options = recipe.flatMap(read -> datasets.find(read.type()))
                .map(DataOption::of)
                .orElse(List.of());
        return options.stream()
                .map(option -> option.form() == DataOption.Form.SIZE && analysis.isPresent()
                        ? sized(option, DataRecipe.named(recipe.orElseThrow().type()), analysis.get())
                        : option)
                .toList();
    }

    /** Where no size is written, images are read at the Input's. */
    private DataOption sized(DataOption option, DataRecipe plain, Analysis analysis) {
        return Optional.ofNullable(
                        ImageSize.of(plain, datasets, analysis).options().get(option.name()))
                .map(option::withStandard)
                .orElse(option);
    }

    /** The mistakes in what a recipe says that come with a change of it. */
    public List<Diagnostic> mistakes(Design before, Design after) {
        Set<Diagnostic> found = new LinkedHashSet<>(mistakes(after));
        found.removeAll(mistakes(before));
        return List.copyOf(found);
    }

    private List<Diagnostic> mistakes(Design design) {
        List<Diagnostic> found = new ArrayList<>(Recipe.read(design.training()).problems());
        DataRecipe.of(design.training())
                .ifPresent(recipe -> found.addAll(new DatasetOpener(datasets).mistakes(recipe)));
        return found;
    }
}
