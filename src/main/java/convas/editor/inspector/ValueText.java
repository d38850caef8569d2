package convas.editor.inspector;

import convas.graph.Value;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person types into a field, as a value: {@code 3}, {@code 0.5}, {@code true}, {@code 3, 5}, {@code =2*width}. */
public final class ValueText {
    private ValueText() {}

    /** The value meant; empty where the field is. */
    public static Optional<Value> parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        } else if (text.startsWith("=")) {
            return Optional.of(new Value.Expression(text.substring(1).strip()));
        } else if (text.contains(",") || text.startsWith("[")) {
            List<Value> parts = Arrays.stream(text.replaceAll("[\\[\\]]", "").split(","))
                    .map(ValueText::parse)
                    .flatMap(Optional::stream)
                    .toList();
            return Optional.of(new Value.Sequence(parts));
        }
        return Optional.of(single(text));
    }

    private static Value single(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Value.of(Boolean.parseBoolean(text));
        } else if (text.matches("[+-]?\\d{1,19}") && isLong(text)) {
            return Value.of(Long.parseLong(text));
        } else if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")
                && Double.isFinite(Double.parseDouble(text))) {
            return Value.of(Double.parseDouble(text));
        }
        return new Value.Text(text);
    }

    /** A number as a value: a whole one where it is whole. */
    static Value number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1L << 53 ? Value.of((long) number) : Value.of(number);
    }

    /** The number of a value; empty where it is none. */
    static Optional<Double> number(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of((double) whole.value());
        }
        return value instanceof Value.Real real ? Optional.of(real.value()) : Optional.empty();
    }

    /** Whether it is an expression, or a list with one. */
    static boolean isComputed(Value value) {
        return value instanceof Value.Expression
                || value instanceof Value.Sequence sequence
                        && sequence.values().stream().anyMatch(ValueText::isComputed);
    }

    private static boolean isLong(String whole) {
        return new BigInteger(whole).bitLength() < Long.SIZE;
    }

    /** The value as one would type it. */
    public static String show(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return String.join(
                    ", ", sequence.values().stream().map(ValueText::show).toList());
        }
        return value.display();
    }
}
