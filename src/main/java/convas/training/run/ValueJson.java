package convas.training.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.Value;
import convas.graph.json.FiniteJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of a design as Jackson's trees, both ways. */
public final class ValueJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueJson() {}

    static ObjectNode write(Map<String, Value> fields) {
        ObjectNode object = NODES.objectNode();
        fields.forEach((name, value) -> object.set(name, write(value)));
        return object;
    }

    static JsonNode write(Value value) {
        if (value instanceof Value.Whole whole) {
            return NODES.numberNode(whole.value());
        } else if (value instanceof Value.Real real) {
            return FiniteJson.number(real.value());
        } else if (value instanceof Value.Bool bool) {
            return NODES.booleanNode(bool.value());
        } else if (value instanceof Value.Sequence sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.values().forEach(item -> array.add(write(item)));
            return array;
        } else if (value instanceof Value.Mapping mapping) {
            return write(mapping.fields());
        } else if (value instanceof Value.Nothing) {
            return NODES.nullNode();
        }
        return NODES.textNode(value.display());
    }

    /** The fields of an object; empty where {@code node} is none. */
    static Map<String, Value> readFields(JsonNode node) {
        Map<String, Value> fields = new LinkedHashMap<>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), read(entry.getValue())));
        return fields;
    }

    public static Value read(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Value.of(node.longValue());
        } else if (node.isNumber()) {
            return Value.of(node.doubleValue());
        } else if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        } else if (node.isTextual()) {
            return Value.of(node.textValue());
        } else if (node.isArray()) {
            List<Value> values = new ArrayList<>();
            node.forEach(item -> values.add(read(item)));
            return new Value.Sequence(values);
        }
        return node.isObject() ? new Value.Mapping(readFields(node)) : new Value.Nothing();
    }
}
