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
     * Mean and deviation that are taken.
     *
     * @param training samples that are measured where that is asked for
     * @throws UnreadableSampleException of the first that cannot be read
     */
    public static Normalization normalization(Scaling scaling, Dataset dataset, List<Integer> training)
            throws UnreadableSampleException {
        return switch (scaling.form()) {
            case NONE -> Normalization.none(dataset.shape().channels());
            case GIVEN -> new Normalization(scaling.mean(), scaling.deviation());
            case MEASURED -> Normalization.of(dataset, training);
            case STANDARD ->
                dataset.normalization().isPresent()
                        ? dataset.normalization().get()
                        : Normalization.of(dataset, training);
        };
    }
}
