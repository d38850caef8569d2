package convas.graph;

import convas.text.LocalText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must hold for a module or design to make sense.
 *
 * @param that a condition, an expression
 * @param otherwise the message where it is false; {@code {name}} shows a value, {@code {in.channels}} too
 * @param extras fields that this version does not know, kept as they were
 */
public record Requirement(Value that, LocalText otherwise, Map<String, Value> extras) {
    public Requirement {
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    public Requirement(Value that, LocalText otherwise) {
        this(that, otherwise, Map.of());
    }
}
