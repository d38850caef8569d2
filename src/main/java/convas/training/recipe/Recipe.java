package convas.training.recipe;

import convas.graph.Value;
import convas.graph.json.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How a design is trained. Every field has a default, so a design without a recipe trains too.
 *
 * @param dataset default {@code digits}
 * @param epochs default 10
 * @param batchSize default 64
 * @param optimizer default AdamW with learning rate 0.001, betas 0.9 and 0.999, eps 1e-8, weight decay 0.01; SGD's
 *     defaults are learning rate 0.01, no momentum and no weight decay, Adam's those of AdamW without weight decay
 * @param schedule default constant
 * @param labelSmoothing share of the target that is spread over all classes, as PyTorch's CrossEntropyLoss; default 0
 * @param seed of initial weights, order and dropping; default 1
 * @param splitSeed of which images validate; its own, so that runs with different seeds compare; default 0
 */
public record Recipe(
        DataRecipe dataset,
        int epochs,
        int batchSize,
        OptimizerChoice optimizer,
        Schedule schedule,
        double labelSmoothing,
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
                labelSmoothing,
                otherSeed.orElse(seed),
                splitSeed);
    }

    /** As a design would write it, with every default spelt out. */
    public Map<String, Value> write() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("dataset", dataset.write());
        fields.put("epochs", Value.of(epochs));
        fields.put("batch_size", Value.of(batchSize));
        Map<String, Value> choice = new LinkedHashMap<>();
        choice.put("type", Value.of(optimizer.type()));
        choice.put("learning_rate", Value.of(optimizer.learningRate()));
        if (optimizer instanceof OptimizerChoice.Sgd sgd) {
            choice.put("momentum", Value.of(sgd.momentum()));
            choice.put("nesterov", Value.of(sgd.nesterov()));
        } else if (optimizer instanceof OptimizerChoice.Adam adam) {
            choice.put("betas", Value.of(Value.of(adam.beta1()), Value.of(adam.beta2())));
            choice.put("eps", Value.of(adam.epsilon()));
        }
        choice.put("weight_decay", Value.of(optimizer.weightDecay()));
        fields.put("optimizer", new Value.Mapping(choice));
        Map<String, Value> course = new LinkedHashMap<>();
        course.put("type", Value.of(schedule.form() == Schedule.Form.COSINE ? "cosine" : "constant"));
        course.put("warmup_epochs", Value.of(schedule.warmupEpochs()));
        if (schedule.form() == Schedule.Form.COSINE) {
            course.put("final_factor", Value.of(schedule.finalFactor()));
        }
        fields.put("schedule", new Value.Mapping(course));
        fields.put("label_smoothing", Value.of(labelSmoothing));
        fields.put("seed", Value.of(seed));
        fields.put("split_seed", Value.of(splitSeed));
        return fields;
    }
}
