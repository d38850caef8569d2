package convas.graph.json;

import convas.graph.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON in one line: {@code {"id": "stem", "params": {"kernel_size": [3, 3]}}}. */
final class JsonLines {
    private JsonLines() {}

    static String inline(Value value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    static String quote(String text) {
        StringBuilder out = new StringBuilder();
        quote(text, out);
        return out.toString();
    }

    /** {@code {"a": 1, "b": 2}} from fields whose values are JSON already. */
    static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> quote(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** A number that may be whole, without a fraction then. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? Long.toString((long) value) : real(value);
    }

    private static void append(Value value, StringBuilder out) {
        if (value instanceof Value.Text text) {
            quote(text.value(), out);
        } else if (value instanceof Value.Expression expression) {
            quote("=" + expression.source(), out);
        } else if (value instanceof Value.Sequence sequence) {
            String separator = "[";
            for (Value element : sequence.values()) {
                out.append(separator);
                append(element, out);
                separator = ", ";
            }
            out.append(sequence.values().isEmpty() ? "[]" : "]");
        } else if (value instanceof Value.Mapping mapping) {
            String separator = "{";
            for (Map.Entry<String, Value> field : mapping.fields().entrySet()) {
                out.append(separator);
                quote(field.getKey(), out);
                out.append(": ");
                append(field.getValue(), out);
                separator = ", ";
            }
            out.append(mapping.fields().isEmpty() ? "{}" : "}");
        } else if (value instanceof Value.Real real) {
            out.append(real(real.value()));
        } else {
            out.append(value.display());
        }
    }

    /** Always with a point or an exponent, so that it is read as a real number again. */
    private static String real(double value) {
        double size = Math.abs(value);
        return size >= 1e-6 && size < 1e-3
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (character < ' ' || isLone(text, index)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Half of a character, which UTF-8 cannot hold. */
    private static boolean isLone(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
