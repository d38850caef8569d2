package convas.training.recipe;

import convas.graph.Value;
import convas.graph.json.Reading;
import convas.operator.Initialization;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How a design is trained. Every field has a default, so a design without a recipe trains too.
 *
 * @param dataset default {@code digits}
 * @param epochs default 10
 * @param batchSize default 64
 * @param optimizer default AdamW with learning rate 0.001, betas 0.9 and 0.999, eps 1e-8, weight decay 0.01; SGD's
 *     defaults are learning rate 0.01, no momentum and no weight decay, Adam's those of AdamW without weight decay,
 *     RMSprop's learning rate 0.01, alpha 0.99, eps 1e-8, no momentum and no weight decay
 * @param schedule default constant
 * @param objective default the loss that fits the data, no label smoothing, all classes alike
 * @param clipNorm the length that the gradient of all weights together may have, as {@code clip_grad_norm_}; default
 *     any
 * @param averaging default none
 * @param earlyStopping default none
 * @param initialization default PyTorch's
 * @param seed of initial weights, order and dropping; default 1
 * @param splitSeed of which images validate; its own, so that runs with different seeds compare; default 0
 */
public record Recipe(
        DataRecipe dataset,
        int epochs,
        int batchSize,
        OptimizerChoice optimizer,
        Schedule schedule,
        Objective objective,
        OptionalDouble clipNorm,
        Optional<Averaging> averaging,
        Optional<EarlyStopping> earlyStopping,
        Initialization initialization,
        long seed,
        long splitSeed) {

    /**
     * What a design's {@code training} says.
     *
     * @return the recipe, and a diagnostic for every field that is unknown or bad; present only where none is
     */
    public static Reading<Recipe> read(Map<String, Value> training) {
        return RecipeReader.read(training);
    }

    /** This recipe with what a request asks for instead. */
    public Recipe with(OptionalInt otherEpochs, OptionalLong otherSeed) {
        return new Recipe(
                dataset,
                otherEpochs.orElse(epochs),
                batchSize,
                optimizer,
                schedule,
                objective,
                clipNorm,
                averaging,
                earlyStopping,
                initialization,
                otherSeed.orElse(seed),
                splitSeed);
    }

    /** This recipe with other data. */
    public Recipe withDataset(DataRecipe other) {
        return new Recipe(
                other,
                epochs,
                batchSize,
                optimizer,
                schedule,
                objective,
                clipNorm,
                averaging,
                earlyStopping,
                initialization,
                seed,
                splitSeed);
    }

    /** This recipe with batches of another size. */
    public Recipe withBatchSize(int other) {
        return new Recipe(
                dataset,
                epochs,
                other,
                optimizer,
                schedule,
                objective,
                clipNorm,
                averaging,
                earlyStopping,
                initialization,
                seed,
                splitSeed);
    }

    /** As a design would write it, with every default spelt out; what is not asked for is left out. */
    public Map<String, Value> write() {
        return RecipeWriter.write(this);
    }
}
