package convas.graph;

import convas.text.LocalText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A design's variable: a number, boolean or text that expressions may use. Written plainly ({@code "width": 1.0}) or,
 * with a range or choices for the editor's slider, as {@code {"value": 1.0, "min": 0.25, "max": 2, "doc": ...}}.
 *
 * @param extras fields that this version does not know, kept as they were
 */
public record Variable(
        Value value,
        Optional<Double> min,
        Optional<Double> max,
        List<Value> choices,
        LocalText doc,
        Map<String, Value> extras) {
    public Variable {
        choices = List.copyOf(choices);
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    public static Variable of(Value value) {
        return new Variable(value, Optional.empty(), Optional.empty(), List.of(), LocalText.NONE, Map.of());
    }

    public Variable withValue(Value changed) {
        return new Variable(changed, min, max, choices, doc, extras);
    }

    /** Whether the file needs no more than the bare value for this variable. */
    public boolean isPlain() {
        return min.isEmpty() && max.isEmpty() && choices.isEmpty() && doc.isEmpty() && extras.isEmpty();
    }
}
