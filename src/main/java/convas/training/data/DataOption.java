package convas.training.data;

import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a recipe may say of its data beside the kind, for whoever lets people choose.
 *
 * @param name as a recipe writes it
 * @param standard what holds where nothing is written; empty where that depends on the data, or something must be written
 * @param choices of a {@link Form#CHOICE}
 */
public record DataOption(String name, Form form, Optional<Value> standard, List<String> choices) {
    /** What broken images are to come to, of the kinds that know such. */
    public static final String CORRUPT = "corrupt";

    /** How mean and deviation come about; may be written as numbers too. */
    public static final String NORMALIZE = "normalize";

    /** The share of each class that is held back to validate. */
    public static final String VALIDATION = "validation";

    /** What may be written. */
    public enum Form {
        /** A file or folder. */
        PATH,
        /** Height and width in pixels; one number stands for both. */
        SIZE,
        /** One of several words. */
        CHOICE,
        /** A whole number greater than 0. */
        COUNT,
        /** The name of something within the source; it is found out where none is written. */
        NAME,
        /** A number from 0 to 1. */
        SHARE
    }

    public DataOption {
        choices = List.copyOf(choices);
    }

    /** Those that a kind declares, in its order, and then those that every kind has. */
    static List<DataOption> of(DatasetKind kind) {
        List<DataOption> all = new ArrayList<>();
        kind.options().forEach(option -> all.add(of(option)));
        all.add(new DataOption(VALIDATION, Form.SHARE, Optional.empty(), List.of()));
        all.add(new DataOption(NORMALIZE, Form.CHOICE, Optional.empty(), List.of("measured", "none")));
        return all;
    }

    private static DataOption of(DatasetOption option) {
        Form form = Form.valueOf(option.type().name());
        Optional<Value> standard = option.standard().flatMap(DataOption::value);
        return new DataOption(option.name(), form, standard, option.choices());
    }

    private static Optional<Value> value(Object standard) {
        if (standard instanceof List<?> sides) {
            return Optional.of(new Value.Sequence(sides.stream()
                    .map(side -> Value.of(((Integer) side).longValue()))
                    .toList()));
        } else if (standard instanceof Integer count) {
            return Optional.of(Value.of(count.longValue()));
        }
        return Optional.of(standard.toString()).filter(text -> !text.isEmpty()).map(Value::of);
    }

    /** The same with another standard. */
    DataOption withStandard(Value other) {
        return new DataOption(name, form, Optional.of(other), choices);
    }
}
