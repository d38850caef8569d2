package convas.training.recipe;

import convas.dataset.Augmentation;
import convas.graph.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which samples a recipe trains with.
 *
 * @param type the kind of dataset, see {@link convas.dataset.Datasets}
 * @param options of the kind, as written; only who knows the kind can check them
 * @param validation share of each class that is held back from training; absent where the dataset's own parts count, and
 *     a fifth where it has none
 * @param augmentation how the training samples are altered; default not at all
 */
public record DataRecipe(
        String type,
        Map<String, Value> options,
        OptionalDouble validation,
        Scaling scaling,
        Augmentation augmentation) {
    /** The fields that every kind has. */
    static final String TYPE = "type";

    static final String VALIDATION = "validation";
    static final String NORMALIZE = "normalize";
    static final String AUGMENT = "augment";

    public DataRecipe {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A dataset by its name alone. */
    public static DataRecipe named(String type) {
        return new DataRecipe(type, Map.of(), OptionalDouble.empty(), Scaling.STANDARD, Augmentation.NONE);
    }

    /** What a design's {@code training} says of data, also where the rest of it is bad; empty where this part is bad. */
    public static Optional<DataRecipe> of(Map<String, Value> training) {
        return RecipeReader.dataset(training);
    }

    public DataRecipe withOptions(Map<String, Value> changed) {
        return new DataRecipe(type, changed, validation, scaling, augmentation);
    }

    public DataRecipe withScaling(Scaling changed) {
        return new DataRecipe(type, options, validation, changed, augmentation);
    }

    public DataRecipe withAugmentation(Augmentation changed) {
        return new DataRecipe(type, options, validation, scaling, changed);
    }

    /** As a design would write it: the name alone where there is nothing else to say. */
    public Value write() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(TYPE, Value.of(type));
        fields.putAll(options);
        validation.ifPresent(share -> fields.put(VALIDATION, Value.of(share)));
        switch (scaling.form()) {
            case MEASURED -> fields.put(NORMALIZE, Value.of("measured"));
            case NONE -> fields.put(NORMALIZE, Value.of("none"));
            case GIVEN -> {
                Map<String, Value> numbers = new LinkedHashMap<>();
                numbers.put("mean", numbers(scaling.mean()));
                numbers.put("deviation", numbers(scaling.deviation()));
                fields.put(NORMALIZE, new Value.Mapping(numbers));
            }
            case STANDARD -> {
                // Nothing is written for it.
            }
        }
        if (!augmentation.equals(Augmentation.NONE)) {
            fields.put(AUGMENT, written(augmentation));
        }
        return fields.size() == 1 ? Value.of(type) : new Value.Mapping(fields);
    }

    private static Value written(Augmentation augmentation) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("flip", Value.of(augmentation.flip()));
        fields.put("crop", Value.of(augmentation.crop()));
        fields.put("color", Value.of(augmentation.color()));
        fields.put("cutout", Value.of(augmentation.cutout()));
        fields.put("mixup", Value.of(augmentation.mixup()));
        return new Value.Mapping(fields);
    }

    private static Value numbers(java.util.List<Double> numbers) {
        return new Value.Sequence(numbers.stream().map(Value::of).toList());
    }
}
