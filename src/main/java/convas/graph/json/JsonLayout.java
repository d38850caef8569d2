package convas.graph.json;

import convas.graph.Value;
import convas.text.LocalText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays JSON out in lines: rows of an object, indented by two spaces, with short objects within a row. */
final class JsonLayout {
    /** Columns up to which an object stands in its row. */
    private static final int WIDTH = 120;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Boolean> hasRows = new ArrayDeque<>();

    /** Opens the object that the file is. */
    void open() {
        out.append('{');
        hasRows.push(false);
    }

    /** Opens an object that is a field's value. */
    void open(String field) {
        start();
        out.append(JsonLines.quote(field)).append(": {");
        hasRows.push(false);
    }

    void close() {
        boolean any = hasRows.pop();
        if (any) {
            line();
        }
        out.append('}');
        if (hasRows.isEmpty()) {
            out.append('\n');
        }
    }

    /** One field in a row. */
    void row(String field, String json) {
        start();
        out.append(JsonLines.quote(field)).append(": ").append(json);
    }

    /** Several fields in one row; none make no row. */
    void row(Map<String, String> fields) {
        if (!fields.isEmpty()) {
            String object = JsonLines.object(fields);
            start();
            out.append(object, 1, object.length() - 1);
        }
    }

    /** A list with a row for each element; one without any is left out, unless it is wanted always. */
    void elements(String field, List<String> elements, boolean always) {
        if (elements.isEmpty()) {
            if (always) {
                row(field, "[]");
            }
            return;
        }
        start();
        out.append(JsonLines.quote(field)).append(": [");
        hasRows.push(false);
        for (String element : elements) {
            start();
            out.append(element);
        }
        hasRows.pop();
        line();
        out.append(']');
    }

    /** An object with a row for each field; one without any is left out. */
    void fields(String field, Map<String, String> fields) {
        if (!fields.isEmpty()) {
            open(field);
            fields.forEach(this::row);
            close();
        }
    }

    /** An object within its row where it is short enough, else with a row for each field; one without any is left out. */
    void values(String field, Map<String, Value> values) {
        if (values.isEmpty()) {
            return;
        }
        String json = JsonLines.inline(new Value.Mapping(values));
        if (2 * hasRows.size() + field.length() + 4 + json.length() <= WIDTH) {
            row(field, json);
        } else {
            open(field);
            values.forEach((name, value) -> row(name, JsonLines.inline(value)));
            close();
        }
    }

    /** A text in several languages, one below the other. */
    void texts(String field, LocalText text) {
        Optional<String> plain = plain(text);
        if (plain.isPresent()) {
            row(field, JsonLines.quote(plain.get()));
            return;
        }
        start();
        String head = JsonLines.quote(field) + ": {";
        String gap = ",\n" + "  ".repeat(hasRows.size()) + " ".repeat(head.length());
        out.append(head);
        Iterator<Map.Entry<String, String>> languages =
                text.byLanguage().entrySet().iterator();
        while (languages.hasNext()) {
            Map.Entry<String, String> language = languages.next();
            out.append(JsonLines.quote(language.getKey())).append(": ").append(JsonLines.quote(language.getValue()));
            out.append(languages.hasNext() ? gap : "");
        }
        out.append('}');
    }

    String text() {
        return out.toString();
    }

    /** The text where it is one string for every language. */
    static Optional<String> plain(LocalText text) {
        if (text.isEmpty()) {
            return Optional.of("");
        }
        return text.byLanguage().size() == 1
                ? Optional.ofNullable(text.byLanguage().get(""))
                : Optional.empty();
    }

    private void start() {
        out.append(hasRows.pop() ? "," : "");
        hasRows.push(true);
        line();
    }

    private void line() {
        out.append('\n').append("  ".repeat(hasRows.size()));
    }
}
