package convas.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tensor's way from an output port to an input port.
 *
 * @param extras fields that this version does not know, kept as they were
 */
public record Edge(Endpoint from, Endpoint to, Map<String, Value> extras) {
    public Edge {
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    public Edge(Endpoint from, Endpoint to) {
        this(from, to, Map.of());
    }

    /** The edge without anything but its ends: what to know it by. */
    public Edge ends() {
        return extras.isEmpty() ? this : new Edge(from, to);
    }

    public static Edge of(String from, String to) {
        return new Edge(Endpoint.parse(from), Endpoint.parse(to));
    }
}
