package convas.training.recipe;

import convas.graph.Diagnostic;
import convas.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * The fields of one object of a recipe, taken one by one. What is wrong goes into a list, and the default stands in, so
 * that the rest can still be looked at.
 */
final class Fields {
    /** What a number may be. */
    enum Range {
        POSITIVE("training.positive", value -> value > 0),
        NOT_NEGATIVE("training.not-negative", value -> value >= 0),
        BELOW_ONE("training.below-one", value -> value >= 0 && value < 1),
        SHARE("training.share", value -> value >= 0 && value <= 1);

        private final String key;
        private final DoublePredicate holds;

        Range(String key, DoublePredicate holds) {
            this.key = key;
            this.holds = holds;
        }
    }

    private final String place;
    private final Map<String, Value> left;
    private final List<Diagnostic> problems;

    /** @param place for messages, for instance {@code training.optimizer} */
    Fields(String place, Map<String, Value> fields, List<Diagnostic> problems) {
        this.place = place;
        this.left = new LinkedHashMap<>(fields);
        this.problems = problems;
    }

    static Fields none(List<Diagnostic> problems) {
        return new Fields("training", Map.of(), problems);
    }

    void problem(String name, String key, Object... arguments) {
        problems.add(Diagnostic.error("", place + "." + name, key, arguments));
    }

    /** Whether something is written that was not asked for yet. */
    boolean has(String name) {
        return left.containsKey(name);
    }

    /** A field as it is written. */
    Optional<Value> take(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    /** The fields of an object in a field of these. */
    Fields part(String name, Map<String, Value> fields) {
        return new Fields(place + "." + name, fields, problems);
    }

    /** Every field that was not asked for, for somebody else to check. */
    Map<String, Value> rest() {
        Map<String, Value> rest = new LinkedHashMap<>(left);
        left.clear();
        return rest;
    }

    /** A list of numbers that has to be there; empty, and the problem told, where it is not. */
    List<Double> numbers(String name, DoublePredicate allowed, String key) {
        Value value = left.remove(name);
        if (value instanceof Value.Sequence sequence && !sequence.values().isEmpty()) {
            List<Double> numbers = sequence.values().stream()
                    .flatMap(item -> number(item).filter(allowed::test).stream())
                    .toList();
            if (numbers.size() == sequence.values().size()) {
                return numbers;
            }
        }
        problem(name, key, value == null ? "-" : value.display());
        return List.of();
    }

    /** Reports every field that was not asked for. */
    void refuseOthers() {
        left.keySet().forEach(name -> problem(name, "training.unknown-field", name));
    }

    String text(String name, String otherwise) {
        Value value = left.remove(name);
        if (value instanceof Value.Text text && !text.value().isBlank()) {
            return text.value();
        }
        refuse(name, value, "training.text");
        return otherwise;
    }

    /** Empty where something is written that is none of the choices. */
    Optional<String> choice(String name, String otherwise, List<String> choices) {
        Value value = left.remove(name);
        if (value == null) {
            return Optional.of(otherwise);
        }
        if (value instanceof Value.Text text && choices.contains(text.value())) {
            return Optional.of(text.value());
        }
        problem(name, "training.choice", String.join(", ", choices), value.display());
        return Optional.empty();
    }

    boolean bool(String name, boolean otherwise) {
        Value value = left.remove(name);
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        refuse(name, value, "training.bool");
        return otherwise;
    }

    long whole(String name, long otherwise, long least, long most) {
        Value value = left.remove(name);
        if (value instanceof Value.Whole whole && whole.value() >= least && whole.value() <= most) {
            return whole.value();
        }
        if (isQuoted(value)) {
            refuse(name, value, "");
        } else if (value != null) {
            if (least == Long.MIN_VALUE) {
                problem(name, "training.whole", value.display());
            } else {
                problem(name, "training.whole-range", least, most, value.display());
            }
        }
        return otherwise;
    }

    double number(String name, double otherwise, Range range) {
        Value value = left.remove(name);
        Optional<Double> number = number(value).filter(range.holds::test);
        if (number.isEmpty()) {
            refuse(name, value, range.key);
        }
        return number.orElse(otherwise);
    }

    List<Double> pair(String name, List<Double> otherwise, Range range) {
        Value value = left.remove(name);
        if (value instanceof Value.Sequence sequence) {
            List<Double> numbers = sequence.values().stream()
                    .flatMap(item -> number(item).filter(range.holds::test).stream())
                    .toList();
            if (numbers.size() == 2 && sequence.values().size() == 2) {
                return numbers;
            }
        }
        refuse(name, value, "training.pair");
        return otherwise;
    }

    /** {@code none}, {@code balanced}, or a list of numbers that are not all 0. */
    ClassWeights classWeights(String name) {
        Value value = left.remove(name);
        if (value instanceof Value.Text text) {
            if (text.value().equals("none")) {
                return ClassWeights.NONE;
            } else if (text.value().equals("balanced")) {
                return ClassWeights.BALANCED;
            }
        } else if (value instanceof Value.Sequence sequence) {
            List<Double> numbers = sequence.values().stream()
                    .flatMap(item -> number(item).filter(Range.NOT_NEGATIVE.holds::test).stream())
                    .toList();
            if (numbers.size() == sequence.values().size() && numbers.stream().anyMatch(number -> number > 0)) {
                return ClassWeights.of(numbers);
            }
        }
        refuse(name, value, "training.class-weights");
        return ClassWeights.NONE;
    }

    Optional<Fields> mapping(String name) {
        Value value = left.remove(name);
        if (value instanceof Value.Mapping mapping) {
            return Optional.of(new Fields(place + "." + name, mapping.fields(), problems));
        }
        refuse(name, value, "training.mapping");
        return Optional.empty();
    }

    /** Nothing written is fine; something written that was not taken is not. */
    private void refuse(String name, Value value, String key) {
        if (value != null) {
            problem(name, isQuoted(value) ? "training.quoted" : key, value.display());
        }
    }

    /** Whether quotes are all that is wrong with it; no field wants a text that reads so. */
    private static boolean isQuoted(Value value) {
        return value instanceof Value.Text text && text.readsAsOther();
    }

    private static Optional<Double> number(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of((double) whole.value());
        }
        return value instanceof Value.Real real ? Optional.of(real.value()) : Optional.empty();
    }
}
