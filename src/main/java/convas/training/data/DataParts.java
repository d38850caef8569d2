package convas.training.data;

import convas.dataset.Dataset;
import convas.dataset.Normalization;
import convas.dataset.Split;
import convas.dataset.UnreadableSampleException;
import convas.training.recipe.DataRecipe;
import convas.training.recipe.Scaling;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a recipe makes of a dataset: which samples train and which validate, and how values are normalised. */
public final class DataParts {
    /** Of each class, held back for validation where neither recipe nor dataset says otherwise. */
    private static final double VALIDATION_SHARE = 0.2;

    private DataParts() {}

    /** The dataset's own parts unless the recipe holds some samples back; those that are held back are training ones then. */
    public static Split split(Dataset dataset, DataRecipe recipe, long splitSeed) {
        Optional<Split> own = dataset.split();
        if (own.isPresent() && recipe.validation().isEmpty()) {
            return own.get();
        }
        List<Integer> samples = own.map(Split::training)
                .orElseGet(() -> IntStream.range(0, dataset.size()).boxed().toList());
        return Split.stratified(dataset, samples, recipe.validation().orElse(VALIDATION_SHARE), splitSeed)
                .withTest(own.map(Split::test).orElse(List.of()));
    }

    /**
     * A dataset as a run takes it.
     *
     * @param report what it is; with figures over all training samples where those were looked at
     */
    public record Prepared(Split split, Normalization normalization, DataReport report) {}

    /**
     * Splits a dataset, and looks at every training sample where mean and deviation are measured.
     *
     * @throws UnreadableSampleException of the first training sample that cannot be read
     */
    public static Prepared prepare(DataRecipe recipe, Dataset dataset, long splitSeed)
            throws UnreadableSampleException {
        Split split = split(dataset, recipe, splitSeed);
        Optional<Normalization> said = said(recipe.scaling(), dataset);
        if (said.isPresent()) {
            return new Prepared(split, said.get(), DataReports.of(recipe, dataset, split));
        }
        MeasuredValues measured = MeasuredValues.ofReadable(dataset, split.training());
        return new Prepared(
                split, measured.normalization(), DataReports.of(recipe, dataset, split, Optional.of(measured)));
    }

    /** Mean and deviation where nothing has to be measured for them. */
    private static Optional<Normalization> said(Scaling scaling, Dataset dataset) {
        return switch (scaling.form()) {
            case NONE -> Optional.of(Normalization.none(dataset.shape().channels()));
            case GIVEN -> Optional.of(new Normalization(scaling.mean(), scaling.deviation()));
            case MEASURED -> Optional.empty();
            case STANDARD -> dataset.normalization();
        };
    }
}
