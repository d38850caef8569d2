package convas.graph.json;

import convas.graph.Diagnostic;
import convas.graph.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way from an older format version to the current one: a chain of pure functions, each from one version to the
 * next, so that the reader itself knows the current version alone.
 */
final class Migrations {
    private final int current;
    private final Map<Long, Migration> byVersion = new HashMap<>();

    Migrations(int current, List<Migration> chain) {
        this.current = current;
        chain.forEach(migration -> byVersion.put((long) migration.from(), migration));
    }

    int current() {
        return current;
    }

    /** The file as the current version would say it; nothing where it is of no version that can be read. */
    Optional<Value.Mapping> migrate(Value.Mapping root, List<Diagnostic> problems) {
        Fields fields = new Fields(root, "", problems);
        Optional<String> format = fields.required("format", fields.text("format"));
        if (format.isEmpty()) {
            return Optional.empty();
        } else if (!format.get().equals(DesignFormat.NAME)) {
            problems.add(Diagnostic.error("format", "", "graph.format", DesignFormat.NAME, format.get()));
            return Optional.empty();
        }
        Optional<Value> version = fields.required("version", fields.any("version"));
        if (version.isEmpty()) {
            return Optional.empty();
        }
        if (!(version.get() instanceof Value.Whole number)) {
            return fields.refuse("version", "whole", version.get());
        }
        if (number.value() > current) {
            String name = root.fields().get("name") instanceof Value.Text text ? text.value() : "?";
            problems.add(Diagnostic.error("version", "", "graph.version.newer", name, number.value(), current));
            return Optional.empty();
        }
        Value.Mapping migrated = root;
        for (long at = number.value(); at < current; at++) {
            Migration migration = byVersion.get(at);
            if (migration == null) {
                problems.add(Diagnostic.error("version", "", "graph.version.unknown", number.value(), current));
                return Optional.empty();
            }
            Map<String, Value> next =
                    new LinkedHashMap<>(migration.change().apply(migrated).fields());
            next.put("version", Value.of(at + 1));
            migrated = new Value.Mapping(next);
        }
        return Optional.of(migrated);
    }
}
