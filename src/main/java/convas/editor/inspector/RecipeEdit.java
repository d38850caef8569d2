package convas.editor.inspector;

import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.training.recipe.Recipe;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes of a recipe as its file holds it: pure functions of its fields. */
final class RecipeEdit {
    /** The field that says which others an object has. */
    private static final String TYPE = "type";

    private RecipeEdit() {}

    static Optional<Value> read(Map<String, Value> training, List<String> path) {
        Map<String, Value> fields = training;
        for (String outer : path.subList(0, path.size() - 1)) {
            fields = fields.get(outer) instanceof Value.Mapping mapping ? mapping.fields() : Map.of();
        }
        return Optional.ofNullable(fields.get(path.get(path.size() - 1)));
    }

    /** With another value in one place, or with none; an object that has no field left goes too. */
    static Map<String, Value> changed(Map<String, Value> fields, List<String> path, Optional<Value> value) {
        Map<String, Value> result = new LinkedHashMap<>(fields);
        String name = path.get(0);
        if (path.size() == 1) {
            value.ifPresentOrElse(set -> result.put(name, set), () -> result.remove(name));
            return result;
        }
        Map<String, Value> inner = fields.get(name) instanceof Value.Mapping mapping ? mapping.fields() : Map.of();
        Map<String, Value> now = changed(inner, path.subList(1, path.size()), value);
        if (now.isEmpty()) {
            result.remove(name);
        } else {
            result.put(name, new Value.Mapping(now));
        }
        return result;
    }

    /** With another type of an object, and without the fields that the new type does not have. */
    static Map<String, Value> retyped(Map<String, Value> training, String object, String type) {
        Map<String, Value> result = changed(training, List.of(object, TYPE), Optional.of(Value.of(type)));
        Set<String> known = fieldsOf(object, type);
        if (result.get(object) instanceof Value.Mapping mapping) {
            for (String name : mapping.fields().keySet()) {
                if (!known.contains(name)) {
                    result = changed(result, List.of(object, name), Optional.empty());
                }
            }
        }
        return result;
    }

    private static Set<String> fieldsOf(String object, String type) {
        Value whole = defaults(object, type).get(object);
        return whole instanceof Value.Mapping mapping ? mapping.fields().keySet() : new LinkedHashSet<>(Set.of(TYPE));
    }

    /** What a recipe with nothing but this type says, with every default spelt out. */
    static Map<String, Value> defaults(String object, String type) {
        Map<String, Value> only = changed(Map.of(), List.of(object, TYPE), Optional.of(Value.of(type)));
        return Recipe.read(only).value().map(Recipe::write).orElse(Map.of());
    }

    /** The mistakes that a change brings with it and that were not there before. */
    static Set<Diagnostic> mistakes(Map<String, Value> before, Map<String, Value> after) {
        Set<Diagnostic> found = new LinkedHashSet<>(Recipe.read(after).problems());
        found.removeAll(Recipe.read(before).problems());
        return found;
    }
}
