package convas.cli.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.graph.Design;
import convas.graph.Value;
import convas.training.run.ValueJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of a recipe as a call gives them: {@code epochs=3}, {@code optimizer.learning_rate=0.01}, or JSON for more. */
final class RecipeOptions {
    private RecipeOptions() {}

    /** The design with these fields instead of its own. A value that is no JSON is a text. */
    static Design with(Design design, Map<String, String> given) {
        Map<String, Value> training = design.training();
        for (Map.Entry<String, String> field : given.entrySet()) {
            training = set(training, field.getKey(), value(field.getValue()));
        }
        return design.withTraining(training);
    }

    private static Map<String, Value> set(Map<String, Value> fields, String name, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(fields);
        int dot = name.indexOf('.');
        if (dot < 0) {
            changed.put(name, value);
            return changed;
        }
        String outer = name.substring(0, dot);
        Map<String, Value> inner =
                fields.get(outer) instanceof Value.Mapping mapping ? mapping.fields() : Map.<String, Value>of();
        changed.put(outer, new Value.Mapping(set(inner, name.substring(dot + 1), value)));
        return changed;
    }

    private static Value value(String text) {
        try {
            // All of it: of "1 2 3" the 1 alone is no answer to what was meant.
            JsonNode json = new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
            return json == null || json.isMissingNode() ? Value.of(text) : ValueJson.read(json);
        } catch (JsonProcessingException words) {
            return Value.of(text);
        }
    }
}
