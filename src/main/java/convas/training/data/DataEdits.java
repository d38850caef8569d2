package convas.training.data;

import convas.graph.Design;
import convas.graph.Value;
import convas.training.recipe.DataRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of the data part of a design's recipe, field by field. What else is written there stays as it is. */
public final class DataEdits {
    private static final String DATASET = "dataset";
    private static final String AUGMENT = "augment";

    private DataEdits() {}

    /** Another kind, without the options of the one before. */
    public static Design kind(Design design, String type) {
        return DataPaths.with(design, DataRecipe.named(type));
    }

    /** One option; nothing is written of it where there is no value. */
    public static Design option(Design design, String name, Optional<Value> value) {
        Map<String, Value> fields = fields(design);
        value.ifPresentOrElse(written -> fields.put(name, written), () -> fields.remove(name));
        return with(design, fields);
    }

    /** What is written of an option. */
    public static Optional<Value> option(Design design, String name) {
        return Optional.ofNullable(fields(design).get(name));
    }

    /** These numbers for normalisation. */
    public static Design normalize(Design design, List<Double> mean, List<Double> deviation) {
        Map<String, Value> numbers = new LinkedHashMap<>();
        numbers.put("mean", sequence(mean));
        numbers.put("deviation", sequence(deviation));
        Map<String, Value> fields = fields(design);
        fields.put("normalize", new Value.Mapping(numbers));
        return with(design, fields);
    }

    /** One option of the kind. */
    public static Design option(Design design, String name, Value value) {
        Map<String, Value> fields = fields(design);
        fields.put(name, value);
        return with(design, fields);
    }

    /** One field of the augmentation; as it is now where the value is the same. */
    public static Design augment(Design design, String name, Value value) {
        Map<String, Value> augment = new LinkedHashMap<>(augmentation(design));
        augment.put(name, value);
        Map<String, Value> fields = fields(design);
        fields.put(AUGMENT, new Value.Mapping(augment));
        return with(design, fields);
    }

    /** The fields of the augmentation as written. */
    public static Map<String, Value> augmentation(Design design) {
        return fields(design).get(AUGMENT) instanceof Value.Mapping written ? written.fields() : Map.of();
    }

    private static Value sequence(List<Double> numbers) {
        return new Value.Sequence(numbers.stream()
                .map(number -> Value.of(Math.round(number * 10_000) / 10_000.0))
                .toList());
    }

    private static Map<String, Value> fields(Design design) {
        Value written = design.training().get(DATASET);
        if (written instanceof Value.Mapping mapping) {
            return new LinkedHashMap<>(mapping.fields());
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("type", written == null ? Value.of("digits") : written);
        return fields;
    }

    private static Design with(Design design, Map<String, Value> fields) {
        Map<String, Value> training = new LinkedHashMap<>(design.training());
        boolean alone = fields.size() == 1 && fields.get("type") instanceof Value.Text;
        training.put(DATASET, alone ? fields.get("type") : new Value.Mapping(fields));
        return design.withTraining(training);
    }
}
