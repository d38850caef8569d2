package convas.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where nodes stand: node id to the place of its top left corner. Apart from the structure, so that moving a node
 * re-analyses nothing. A node without a place is laid out when shown.
 */
public record Layout(Map<String, Point> positions) {
    public static final Layout EMPTY = new Layout(Map.of());

    public Layout {
        positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
    }

    public Optional<Point> of(String id) {
        return Optional.ofNullable(positions.get(id));
    }

    public Layout with(Map<String, Point> moved) {
        Map<String, Point> changed = new LinkedHashMap<>(positions);
        changed.putAll(moved);
        return new Layout(changed);
    }
}
