package convas.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A node of a graph: an id, a type by name, and parameters as they were written.
 *
 * @param id unique in its graph, {@code [A-Za-z_][A-Za-z0-9_-]*}
 * @param type name of a primitive or module; may be unknown
 * @param params parameter name to value or expression, in the order written
 * @param repeat how many copies stand in a chain; absent means one, without an index in the path
 * @param when the node is left out where this is false
 * @param shares the sibling whose weights this node uses
 * @param muted left out for the time being, whatever {@code when} says
 * @param extras fields that this version does not know, kept as they were
 */
public record Node(
        String id,
        String type,
        Map<String, Value> params,
        Optional<Value> repeat,
        Optional<Value> when,
        Optional<String> shares,
        boolean muted,
        Map<String, Value> extras) {
    public Node {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    public Node(String id, String type, Map<String, Value> params) {
        this(id, type, params, Optional.empty(), Optional.empty(), Optional.empty(), false, Map.of());
    }

    public Node withId(String newId) {
        return new Node(newId, type, params, repeat, when, shares, muted, extras);
    }

    public Node withType(String newType) {
        return new Node(id, newType, params, repeat, when, shares, muted, extras);
    }

    public Node withParams(Map<String, Value> newParams) {
        return new Node(id, type, newParams, repeat, when, shares, muted, extras);
    }

    /** This node with one parameter set; a new one goes last. */
    public Node withParam(String name, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(params);
        changed.put(name, value);
        return withParams(changed);
    }

    /** This node with one parameter back at its default. */
    public Node withoutParam(String name) {
        Map<String, Value> changed = new LinkedHashMap<>(params);
        changed.remove(name);
        return withParams(changed);
    }

    public Node withRepeat(Optional<Value> newRepeat) {
        return new Node(id, type, params, newRepeat, when, shares, muted, extras);
    }

    public Node withWhen(Optional<Value> newWhen) {
        return new Node(id, type, params, repeat, newWhen, shares, muted, extras);
    }

    public Node withShares(Optional<String> newShares) {
        return new Node(id, type, params, repeat, when, newShares, muted, extras);
    }

    public Node withMuted(boolean nowMuted) {
        return new Node(id, type, params, repeat, when, shares, nowMuted, extras);
    }
}
