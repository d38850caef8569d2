package convas.operator;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The node types one may use, by name. Immutable, and handed to whoever needs it. */
public final class Catalog {
    private final Map<String, NodeType> types;

    /** Where two types have one name, the later wins. */
    public Catalog(Collection<? extends NodeType> types) {
        Map<String, NodeType> byName = new LinkedHashMap<>();
        types.forEach(type -> byName.put(type.type(), type));
        this.types = Collections.unmodifiableMap(byName);
    }

    public Optional<NodeType> find(String type) {
        return Optional.ofNullable(types.get(type));
    }

    /** All types, in the order they were given. */
    public Collection<NodeType> all() {
        return types.values();
    }

    /** This catalog and some more types, which win over those of the same name. */
    public Catalog with(Collection<? extends NodeType> more) {
        Map<String, NodeType> both = new LinkedHashMap<>(types);
        more.forEach(type -> both.put(type.type(), type));
        return new Catalog(both.values());
    }
}
