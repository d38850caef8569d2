package convas.graph.json;

import convas.graph.Diagnostic;
import convas.graph.GraphCheck;
import convas.graph.Point;
import convas.graph.Value;
import convas.text.LocalText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one JSON object, read one by one. A field of the wrong type is reported with its place and counts as
 * absent; a field that nobody asks for is left over in {@link #rest}.
 */
final class Fields {
    /** Canvas pixels; beyond it a place is a slip, and arithmetic on it would not be exact. */
    private static final double FARTHEST = 1e9;
    /** Characters, with a port. */
    private static final int LONGEST_NAME = 256;
    /** Characters of a value that a sentence shows. */
    private static final int SHOWN = 40;

    private final Map<String, Value> fields;
    private final String place;
    private final List<Diagnostic> problems;
    private final Set<String> known = new HashSet<>();

    Fields(Value.Mapping object, String place, List<Diagnostic> problems) {
        this.fields = object.fields();
        this.place = place;
        this.problems = problems;
    }

    /** The fields of a value that should be an object. */
    static Optional<Fields> of(Value value, String place, List<Diagnostic> problems) {
        if (value instanceof Value.Mapping object) {
            return Optional.of(new Fields(object, place, problems));
        }
        problems.add(Diagnostic.error(place, "", "graph.expected.object", shown(value)));
        return Optional.empty();
    }

    /** The place of a field in an object: {@code nodes[3].params}. */
    static String place(String object, String field) {
        if (!GraphCheck.isId(field)) {
            return object + "[" + JsonLines.quote(field) + "]";
        }
        return object.isEmpty() ? field : object + "." + field;
    }

    /** A value as it stands in the file, shortened. */
    static String shown(Value value) {
        String json = JsonLines.inline(value);
        return json.length() > SHOWN ? json.substring(0, SHOWN) + "..." : json;
    }

    String place() {
        return place;
    }

    String place(String field) {
        return place(place, field);
    }

    Optional<Value> any(String field) {
        known.add(field);
        return Optional.ofNullable(fields.get(field));
    }

    /** Reports a field that must be there and is not. */
    <T> Optional<T> required(String field, Optional<T> value) {
        if (!fields.containsKey(field)) {
            problems.add(Diagnostic.error(place, "", "graph.missing", field));
        }
        return value;
    }

    Optional<String> text(String field) {
        return any(field).flatMap(value -> text(value, place(field)));
    }

    Optional<String> text(Value value, String where) {
        if (value instanceof Value.Text text) {
            return Optional.of(text.value());
        } else if (value instanceof Value.Expression expression) {
            return Optional.of("=" + expression.source());
        }
        return refuse(where, "text", value);
    }

    /** A text that names something: places and sentences hold it, so it has a length that people can read. */
    Optional<String> name(String field) {
        return text(field).flatMap(text -> {
            if (text.length() <= LONGEST_NAME) {
                return Optional.of(text);
            }
            problems.add(Diagnostic.error(
                    place(field),
                    "",
                    "graph.name.long",
                    LONGEST_NAME,
                    text.substring(0, SHOWN) + "...",
                    text.length()));
            return Optional.empty();
        });
    }

    Optional<Double> number(String field) {
        return any(field).flatMap(value -> number(value, place(field)));
    }

    private Optional<Double> number(Value value, String where) {
        if (value instanceof Value.Whole whole) {
            return Optional.of((double) whole.value());
        } else if (value instanceof Value.Real real) {
            return Optional.of(real.value());
        }
        return refuse(where, "number", value);
    }

    /** A number or an expression. */
    Optional<Value> count(String field) {
        return any(field)
                .flatMap(value -> value instanceof Value.Whole || value instanceof Value.Expression
                        ? Optional.of(value)
                        : refuse(place(field), "count", value));
    }

    /** A boolean or an expression. */
    Optional<Value> condition(String field) {
        return any(field)
                .flatMap(value -> value instanceof Value.Bool || value instanceof Value.Expression
                        ? Optional.of(value)
                        : refuse(place(field), "condition", value));
    }

    /** True or false; false where it is absent. */
    boolean flag(String field) {
        return any(field)
                .flatMap(value -> value instanceof Value.Bool flag
                        ? Optional.of(flag.value())
                        : refuse(place(field), "flag", value))
                .orElse(false);
    }

    Map<String, Value> object(String field) {
        Optional<Value> value = any(field);
        if (value.isEmpty()) {
            return Map.of();
        } else if (value.get() instanceof Value.Mapping object) {
            return object.fields();
        }
        refuse(place(field), "object", value.get());
        return Map.of();
    }

    List<Value> list(String field) {
        Optional<Value> value = any(field);
        if (value.isEmpty()) {
            return List.of();
        } else if (value.get() instanceof Value.Sequence sequence) {
            return sequence.values();
        }
        refuse(place(field), "list", value.get());
        return List.of();
    }

    List<String> texts(String field) {
        List<Value> values = list(field);
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < values.size(); index++) {
            text(values.get(index), place(field) + "[" + index + "]").ifPresent(texts::add);
        }
        return texts;
    }

    /** A string for every language, or an object with one for each. */
    LocalText localText(String field) {
        Optional<Value> value = any(field);
        if (value.isEmpty()) {
            return LocalText.NONE;
        } else if (value.get() instanceof Value.Mapping object) {
            Map<String, String> byLanguage = new LinkedHashMap<>();
            object.fields()
                    .forEach((language, text) -> text(text, place(place(field), language))
                            .ifPresent(read -> byLanguage.put(language, read)));
            return new LocalText(byLanguage);
        } else if (value.get() instanceof Value.Text || value.get() instanceof Value.Expression) {
            return text(value.get(), place(field))
                    .filter(text -> !text.isEmpty())
                    .map(LocalText::plain)
                    .orElse(LocalText.NONE);
        }
        refuse(place(field), "localText", value.get());
        return LocalText.NONE;
    }

    /** Two numbers: x and y, or width and height. */
    Optional<Point> point(String field) {
        return any(field).flatMap(value -> point(value, place(field)));
    }

    private Optional<Point> point(Value value, String where) {
        if (value instanceof Value.Sequence sequence && sequence.values().size() == 2) {
            Optional<Double> x = coordinate(sequence.values().get(0));
            Optional<Double> y = coordinate(sequence.values().get(1));
            if (x.isPresent() && y.isPresent()) {
                return Optional.of(new Point(x.get(), y.get()));
            }
        }
        return refuse(where, "point", value);
    }

    /** A list of places; those that are none are reported and left out. */
    List<Point> points(String field) {
        List<Value> values = list(field);
        List<Point> points = new ArrayList<>();
        for (int index = 0; index < values.size(); index++) {
            point(values.get(index), place(field) + "[" + index + "]").ifPresent(points::add);
        }
        return points;
    }

    private static Optional<Double> coordinate(Value value) {
        double number = value instanceof Value.Whole whole
                ? whole.value()
                : value instanceof Value.Real real ? real.value() : Double.NaN;
        return Math.abs(number) <= FARTHEST ? Optional.of(number + 0.0) : Optional.empty();
    }

    /** What nobody asked for. */
    Map<String, Value> rest() {
        Map<String, Value> rest = new LinkedHashMap<>(fields);
        rest.keySet().removeAll(known);
        return rest;
    }

    <T> Optional<T> refuse(String where, String expected, Value found) {
        problems.add(Diagnostic.error(where, "", "graph.expected." + expected, shown(found)));
        return Optional.empty();
    }
}
