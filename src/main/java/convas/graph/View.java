package convas.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How a design is shown, beside where its nodes stand: no part of what it means, so a change of it re-analyses nothing.
 *
 * @param expanded paths of the modules whose bodies are shown in place ({@code stage/unit}); a path that leads to no
 *     module any more says nothing
 * @param extras fields that this version does not know, kept as they were
 */
public record View(Flow flow, Set<String> expanded, Map<String, Value> extras) {
    public static final View PLAIN = new View(Flow.RIGHT, Set.of(), Map.of());

    public View {
        expanded = Collections.unmodifiableSet(new LinkedHashSet<>(expanded));
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    public View withFlow(Flow changed) {
        return new View(changed, expanded, extras);
    }

    public View withExpanded(Set<String> changed) {
        return new View(flow, changed, extras);
    }
}
