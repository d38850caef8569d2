package convas.training.recipe;

import convas.dataset.Augmentation;
import convas.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the part of a recipe that tells of data: a name, or an object with the kind and its options. */
final class DataReader {
    private static final String DATASET = "dataset";
    private static final int LONGEST_SIDE = 10_000;
    private static final DataRecipe DIGITS = DataRecipe.named("digits");

    private DataReader() {}

    /** @param recipe the fields of the whole recipe, of which this takes its own */
    static DataRecipe read(Fields recipe) {
        Optional<Value> written = recipe.take(DATASET);
        if (written.isEmpty()) {
            return DIGITS;
        } else if (written.get() instanceof Value.Mapping mapping) {
            return dataset(recipe.part(DATASET, mapping.fields()));
        } else if (written.get() instanceof Value.Text text && !text.value().isBlank()) {
            return DataRecipe.named(text.value());
        }
        recipe.problem(DATASET, "training.dataset", written.get().display());
        return DIGITS;
    }

    private static DataRecipe dataset(Fields fields) {
        String type = fields.text(DataRecipe.TYPE, "");
        if (type.isEmpty()) {
            fields.problem(DataRecipe.TYPE, "training.dataset.type");
        }
        OptionalDouble validation = fields.has(DataRecipe.VALIDATION)
                ? OptionalDouble.of(fields.number(DataRecipe.VALIDATION, 0.2, Fields.Range.BELOW_ONE))
                : OptionalDouble.empty();
        Scaling scaling = scaling(fields);
        Augmentation augmentation =
                fields.mapping(DataRecipe.AUGMENT).map(DataReader::augmentation).orElse(Augmentation.NONE);
        return new DataRecipe(type.isEmpty() ? DIGITS.type() : type, fields.rest(), validation, scaling, augmentation);
    }

    private static Augmentation augmentation(Fields fields) {
        Augmentation augmentation = new Augmentation(
                fields.bool("flip", false),
                (int) fields.whole("crop", 0, 0, LONGEST_SIDE),
                fields.number("color", 0, Fields.Range.SHARE),
                (int) fields.whole("cutout", 0, 0, LONGEST_SIDE),
                fields.number("mixup", 0, Fields.Range.NOT_NEGATIVE));
        fields.refuseOthers();
        return augmentation;
    }

    private static Scaling scaling(Fields fields) {
        Optional<Value> written = fields.take(DataRecipe.NORMALIZE);
        if (written.isEmpty()) {
            return Scaling.STANDARD;
        } else if (written.get().equals(Value.of("measured"))) {
            return new Scaling(Scaling.Form.MEASURED, List.of(), List.of());
        } else if (written.get().equals(Value.of("none"))) {
            return new Scaling(Scaling.Form.NONE, List.of(), List.of());
        } else if (written.get() instanceof Value.Mapping mapping) {
            return given(fields.part(DataRecipe.NORMALIZE, mapping.fields()));
        }
        fields.problem(DataRecipe.NORMALIZE, "training.normalize", written.get().display());
        return Scaling.STANDARD;
    }

    private static Scaling given(Fields fields) {
        List<Double> mean = fields.numbers("mean", number -> true, "training.means");
        List<Double> deviation = fields.numbers("deviation", number -> number > 0, "training.deviations");
        if (!mean.isEmpty() && !deviation.isEmpty() && mean.size() != deviation.size()) {
            fields.problem("deviation", "training.as-many", mean.size(), deviation.size());
        }
        fields.refuseOthers();
        return new Scaling(Scaling.Form.GIVEN, mean, deviation);
    }
}
