package convas.operator;

import convas.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A typed parameter, declared once: it drives the inspector, the file format, the defaults and the checks.
 *
 * @param <T> Long, Double, Boolean, {@link Pair}, String or List of Long, by kind
 */
public final class Parameter<T> {
    /** The kinds of parameters, each with a control of its own in the inspector. */
    public enum Kind {
        INT,
        FLOAT,
        BOOL,
        /** One whole number or {@code [height, width]}. */
        PAIR,
        CHOICE,
        TEXT,
        /** A list of whole numbers; one alone may stand without brackets. */
        INTS
    }

    private final String name;
    private final Kind kind;
    private final Optional<T> fallback;
    private final boolean optional;
    private final OptionalDouble min;
    private final OptionalDouble max;
    private final List<String> choices;
    private final String unit;
    private final Function<Value, Optional<T>> reader;

    private Parameter(
            String name,
            Kind kind,
            Optional<T> fallback,
            boolean optional,
            OptionalDouble min,
            OptionalDouble max,
            List<String> choices,
            String unit,
            Function<Value, Optional<T>> reader) {
        this.name = name;
        this.kind = kind;
        this.fallback = fallback;
        this.optional = optional;
        this.min = min;
        this.max = max;
        this.choices = List.copyOf(choices);
        this.unit = unit;
        this.reader = reader;
    }

    public static Parameter<Long> ofInt(String name) {
        return bare(name, Kind.INT, Parameter::whole);
    }

    public static Parameter<Double> ofFloat(String name) {
        return bare(name, Kind.FLOAT, Parameter::real);
    }

    public static Parameter<Boolean> ofBool(String name) {
        return bare(
                name,
                Kind.BOOL,
                value -> value instanceof Value.Bool bool ? Optional.of(bool.value()) : Optional.empty());
    }

    public static Parameter<Pair> ofPair(String name) {
        return bare(name, Kind.PAIR, Parameter::pair);
    }

    public static Parameter<String> ofText(String name) {
        return bare(name, Kind.TEXT, Parameter::text);
    }

    public static Parameter<List<Long>> ofInts(String name) {
        return bare(name, Kind.INTS, Parameter::wholes);
    }

    public static Parameter<String> ofChoice(String name, List<String> choices) {
        return new Parameter<>(
                name,
                Kind.CHOICE,
                Optional.empty(),
                false,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                choices,
                "",
                value -> text(value).filter(choices::contains));
    }

    private static <T> Parameter<T> bare(String name, Kind kind, Function<Value, Optional<T>> reader) {
        return new Parameter<>(
                name,
                kind,
                Optional.empty(),
                false,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                "",
                reader);
    }

    /** This parameter with a default. */
    public Parameter<T> fallback(T value) {
        return new Parameter<>(name, kind, Optional.of(value), optional, min, max, choices, unit, reader);
    }

    /** This parameter, which may be left out and then has no value at all. */
    public Parameter<T> optional() {
        return new Parameter<>(name, kind, fallback, true, min, max, choices, unit, reader);
    }

    /** This parameter with a least value (of each element, for pairs and lists). */
    public Parameter<T> min(double least) {
        return new Parameter<>(name, kind, fallback, optional, OptionalDouble.of(least), max, choices, unit, reader);
    }

    /** This parameter with a greatest value (of each element, for pairs and lists). */
    public Parameter<T> max(double greatest) {
        return new Parameter<>(name, kind, fallback, optional, min, OptionalDouble.of(greatest), choices, unit, reader);
    }

    public Parameter<T> unit(String newUnit) {
        return new Parameter<>(name, kind, fallback, optional, min, max, choices, newUnit, reader);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The default. */
    public Optional<T> fallback() {
        return fallback;
    }

    /** Whether a use of the type must give a value. */
    public boolean isRequired() {
        return fallback.isEmpty() && !optional;
    }

    public OptionalDouble min() {
        return min;
    }

    public OptionalDouble max() {
        return max;
    }

    public List<String> choices() {
        return choices;
    }

    /** For instance px; empty where there is none. */
    public String unit() {
        return unit;
    }

    /**
     * Reads a value whose expressions are evaluated already. A whole number is taken from a real one that is whole
     * ({@code 16.0}), since exact division may have made it so.
     *
     * @return the typed value, or nothing with the reason added to {@code problems}
     */
    public Optional<T> read(Value value, List<Problem> problems) {
        Optional<T> read = reader.apply(value);
        if (read.isEmpty()) {
            boolean quoted = choices.isEmpty() && value instanceof Value.Text text && text.readsAsOther();
            String key = "operator.parameter." + (quoted ? "quoted" : kind);
            problems.add(Problem.of(name, key, value.display(), String.join(", ", choices)));
            return read;
        }
        for (double number : numbers(read.get())) {
            if (number < min.orElse(Double.NEGATIVE_INFINITY)) {
                problems.add(Problem.of(name, "operator.parameter.min", plain(min.getAsDouble()), value.display()));
                return Optional.empty();
            } else if (number > max.orElse(Double.POSITIVE_INFINITY)) {
                problems.add(Problem.of(name, "operator.parameter.max", plain(max.getAsDouble()), value.display()));
                return Optional.empty();
            }
        }
        return read;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private static List<Double> numbers(Object value) {
        if (value instanceof Number number) {
            return List.of(number.doubleValue());
        } else if (value instanceof Pair pair) {
            return List.of((double) pair.height(), (double) pair.width());
        } else if (value instanceof List<?> list) {
            return list.stream().map(number -> ((Number) number).doubleValue()).toList();
        }
        return List.of();
    }

    private static Optional<Long> whole(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of(whole.value());
        } else if (value instanceof Value.Real real
                && real.value() == Math.rint(real.value())
                && Math.abs(real.value()) < 1L << 53) {
            return Optional.of((long) real.value());
        }
        return Optional.empty();
    }

    private static Optional<Double> real(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of((double) whole.value());
        }
        return value instanceof Value.Real real && Double.isFinite(real.value())
                ? Optional.of(real.value())
                : Optional.empty();
    }

    private static Optional<Pair> pair(Value value) {
        Optional<Long> side = whole(value);
        if (side.isPresent()) {
            return side.map(Pair::square);
        }
        return wholes(value).filter(list -> list.size() == 2).map(list -> new Pair(list.get(0), list.get(1)));
    }

    private static Optional<List<Long>> wholes(Value value) {
        if (!(value instanceof Value.Sequence sequence)) {
            return whole(value).map(List::of);
        }
        List<Long> read = new ArrayList<>();
        for (Value element : sequence.values()) {
            whole(element).ifPresent(read::add);
        }
        return read.size() == sequence.values().size() ? Optional.of(List.copyOf(read)) : Optional.empty();
    }

    private static Optional<String> text(Value value) {
        return value instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    @Override
    public String toString() {
        return name + ": " + kind;
    }
}
