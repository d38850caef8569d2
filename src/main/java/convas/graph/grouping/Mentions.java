package convas.graph.grouping;

import convas.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that values mention in their expressions, and how to put something else in their place. Knows of an
 * expression only what is a name in it: not a text, not a number, not a function that is called.
 */
final class Mentions {
    private static final String WORD = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'"
            + "|0[xX][0-9A-Fa-f]+|\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?"
            + "|(" + WORD + "(?:\\s*\\.\\s*" + WORD + ")*)(\\s*\\()?");
    private static final Pattern NAME = Pattern.compile(WORD);

    private final Function<String, Optional<Value>> meaning;

    /** @param meaning what a name stands for; nothing where the name stays */
    Mentions(Function<String, Optional<Value>> meaning) {
        this.meaning = meaning;
    }

    /** The values with every name replaced; nothing where one of them cannot be written so. */
    Optional<Map<String, Value>> replaced(Map<String, Value> values) {
        Map<String, Value> result = new LinkedHashMap<>();
        values.forEach((name, value) -> replaced(value).ifPresent(found -> result.put(name, found)));
        return result.size() == values.size() ? Optional.of(result) : Optional.empty();
    }

    /**
     * The value with every name replaced; nothing where a list would have to stand inside an expression. A name alone
     * becomes what it stands for, whatever that is.
     */
    Optional<Value> replaced(Value value) {
        if (value instanceof Value.Expression expression) {
            return replaced(expression.source());
        } else if (value instanceof Value.Sequence sequence) {
            List<Value> elements = new ArrayList<>();
            sequence.values().forEach(element -> replaced(element).ifPresent(elements::add));
            return elements.size() == sequence.values().size()
                    ? Optional.of(new Value.Sequence(elements))
                    : Optional.empty();
        } else if (value instanceof Value.Mapping mapping) {
            return replaced(mapping.fields()).map(Value.Mapping::new);
        }
        return Optional.of(value);
    }

    private Optional<Value> replaced(String source) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            String put = matcher.group();
            Optional<Value> stands =
                    isName(matcher) ? meaning.apply(matcher.group(1).replaceAll("\\s", "")) : Optional.empty();
            if (stands.isPresent() && source.strip().equals(put)) {
                return stands;
            } else if (stands.isPresent()) {
                Optional<String> written = inside(stands.get());
                if (written.isEmpty()) {
                    return Optional.empty();
                }
                put = written.get();
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(put));
        }
        matcher.appendTail(text);
        return Optional.of(new Value.Expression(text.toString()));
    }

    private static boolean isName(Matcher matcher) {
        String word = matcher.group(1);
        return word != null && matcher.group(2) == null && !word.equals("true") && !word.equals("false");
    }

    /** A value as a part of an expression. */
    private static Optional<String> inside(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of(signed(Long.toString(whole.value())));
        } else if (value instanceof Value.Real real) {
            return Optional.of(signed(BigDecimal.valueOf(real.value()).toPlainString()));
        } else if (value instanceof Value.Bool bool) {
            return Optional.of(Boolean.toString(bool.value()));
        } else if (value instanceof Value.Text text) {
            boolean plain = text.value().chars().noneMatch(letter -> letter == '"' || letter == '\\');
            return plain ? Optional.of('"' + text.value() + '"') : Optional.empty();
        } else if (value instanceof Value.Expression expression) {
            String source = expression.source();
            return Optional.of(NAME.matcher(source).matches() ? source : "(" + source + ")");
        }
        return Optional.empty();
    }

    private static String signed(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }
}
