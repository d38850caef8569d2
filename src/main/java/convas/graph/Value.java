package convas.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A value in a design file: any JSON value, or an expression (a string that starts with {@code =}). */
public sealed interface Value {
    /** A whole number. */
    record Whole(long value) implements Value {}

    /** A number with a fraction; finite. */
    record Real(double value) implements Value {}

    record Bool(boolean value) implements Value {}

    /** A string that is not an expression. */
    record Text(String value) implements Value {
        private static final Pattern OTHER =
                Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|true|false|\\[.*]", Pattern.DOTALL);

        /** Whether it would be a number, a condition or a list if it had no quotes around it. */
        public boolean readsAsOther() {
            return OTHER.matcher(value.strip()).matches();
        }
    }

    /** An expression, without its leading {@code =}. */
    record Expression(String source) implements Value {}

    record Sequence(List<Value> values) implements Value {
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /** A JSON object; keeps the order of its fields. */
    record Mapping(Map<String, Value> fields) implements Value {
        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** JSON's {@code null}. */
    record Nothing() implements Value {}

    static Value of(long value) {
        return new Whole(value);
    }

    static Value of(double value) {
        return new Real(value);
    }

    static Value of(boolean value) {
        return new Bool(value);
    }

    /** Text, or an expression where {@code text} starts with {@code =}. */
    static Value of(String text) {
        return text.startsWith("=") ? new Expression(text.substring(1)) : new Text(text);
    }

    static Value of(Value... values) {
        return new Sequence(List.of(values));
    }

    /** As a person would read it in a message or a field: {@code 3}, {@code [3, 3]}, {@code =2*width}, {@code same}. */
    default String display() {
        if (this instanceof Whole whole) {
            return Long.toString(whole.value());
        } else if (this instanceof Real real) {
            return Double.toString(real.value());
        } else if (this instanceof Bool bool) {
            return Boolean.toString(bool.value());
        } else if (this instanceof Text text) {
            return text.value();
        } else if (this instanceof Expression expression) {
            return "=" + expression.source();
        } else if (this instanceof Sequence sequence) {
            return sequence.values().stream().map(Value::display).toList().toString();
        } else if (this instanceof Mapping mapping) {
            Map<String, String> shown = new LinkedHashMap<>();
            mapping.fields().forEach((name, value) -> shown.put(name, value.display()));
            return shown.toString();
        }
        return "null";
    }
}
