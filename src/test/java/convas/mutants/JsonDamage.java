package convas.mutants;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes JSON by what it says: values of other kinds, fields that go, parts that stand elsewhere or in other files. */
final class JsonDamage {
    /** What is nested deep may get a wrapping more. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(10_000).build())
            .build());
    /** Stands in the tree for what is no JSON, or more than a tree should hold. */
    private static final String RAW = "raw-odd-value";

    private static final List<String> ODD = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[null]",
            "-1",
            "0",
            "-0",
            "0.1",
            "1e999",
            "1e400",
            "-1e-400",
            "NaN",
            "65536",
            "199999",
            "1000000",
            "2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999999",
            "\"\"",
            "\"NaN\"",
            "\"../../victim\"",
            "\"\\u0000\\u001b[2J\"",
            "\"\\ud800\"",
            "\"{0} {1,choice,0#x}\"",
            "\"%s%n\"",
            "[[[[",
            "}",
            "[".repeat(3000) + "]".repeat(3000),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900),
            "\"" + "x".repeat(300) + "\"",
            "\"" + "long ".repeat(14_000) + "\"");

    private final Random random;
    private final Damage damage;
    private final List<String> odd = new ArrayList<>(ODD);

    /** @param more values that are odd here, as they stand in JSON */
    JsonDamage(Random random, List<String> more) {
        this.random = random;
        damage = new Damage(random);
        odd.addAll(more);
    }

    /** A damaged copy; of what is no JSON, and of every sixth, only the bytes. */
    byte[] of(byte[] sound, List<byte[]> others) {
        try {
            JsonNode tree = JSON.readTree(sound);
            if (random.nextInt(6) == 0 || tree == null || tree.size() == 0) {
                return damage.of(sound, others);
            }
            String raw = odd.get(random.nextInt(odd.size()));
            for (int change = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1; change > 0; change--) {
                change(tree, others);
            }
            return JSON.writeValueAsString(tree).replace("\"" + RAW + "\"", raw).getBytes(StandardCharsets.UTF_8);
        } catch (IOException noJson) {
            return damage.of(sound, others);
        }
    }

    private void change(JsonNode tree, List<byte[]> others) throws IOException {
        JsonNode parent = pick(containers(tree));
        if (parent.isEmpty()) {
            return;
        }
        int at = random.nextInt(parent.size());
        JsonNode value = value(parent, at);
        switch (random.nextInt(12)) {
            case 0, 1 -> replace(parent, at, TextNode.valueOf(RAW));
            case 2 -> remove(parent, at);
            case 3, 9, 10, 11 -> replace(parent, at, near(value));
            case 4 -> replace(parent, at, other(tree));
            case 5 -> replace(parent, at, other(elsewhere(others)));
            case 6 -> replace(parent, at, JSON.createArrayNode().add(value));
            case 7 -> add(parent, value.deepCopy());
            default -> rename(parent, at, tree);
        }
    }

    /** A value that may well pass for this one. */
    private JsonNode near(JsonNode value) {
        if (value.isIntegralNumber()) {
            long number = value.longValue();
            long[] near = {number + 1, number - 1, -number, 2 * number, number * 1000, 1L << random.nextInt(63)};
            return JSON.getNodeFactory().numberNode(near[random.nextInt(near.length)]);
        } else if (value.isTextual()) {
            byte[] text = value.textValue().getBytes(StandardCharsets.UTF_8);
            return TextNode.valueOf(new String(damage.of(text, List.of(text)), StandardCharsets.UTF_8));
        }
        return TextNode.valueOf(RAW);
    }

    private JsonNode elsewhere(List<byte[]> others) throws IOException {
        try {
            JsonNode tree = JSON.readTree(others.get(random.nextInt(others.size())));
            return tree == null ? JSON.createObjectNode() : tree;
        } catch (JsonProcessingException noJson) {
            return JSON.createObjectNode();
        }
    }

    private JsonNode other(JsonNode tree) {
        JsonNode parent = pick(containers(tree));
        return parent.isEmpty()
                ? parent.deepCopy()
                : value(parent, random.nextInt(parent.size())).deepCopy();
    }

    private JsonNode pick(List<JsonNode> nodes) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static List<JsonNode> containers(JsonNode tree) {
        List<JsonNode> found = new ArrayList<>(List.of(tree));
        for (int next = 0; next < found.size(); next++) {
            for (JsonNode child : found.get(next)) {
                if (child.isContainerNode()) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    private static String name(JsonNode parent, int at) {
        List<String> names = new ArrayList<>();
        parent.fieldNames().forEachRemaining(names::add);
        return names.get(at);
    }

    private static JsonNode value(JsonNode parent, int at) {
        return parent.isArray() ? parent.get(at) : parent.get(name(parent, at));
    }

    private static void replace(JsonNode parent, int at, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            array.set(at, value);
        } else {
            ((ObjectNode) parent).set(name(parent, at), value);
        }
    }

    private static void remove(JsonNode parent, int at) {
        if (parent instanceof ArrayNode array) {
            array.remove(at);
        } else {
            ((ObjectNode) parent).remove(name(parent, at));
        }
    }

    private void add(JsonNode parent, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), value);
        } else {
            ((ObjectNode) parent).set("more", value);
        }
    }

    private void rename(JsonNode parent, int at, JsonNode tree) {
        if (parent instanceof ObjectNode object) {
            JsonNode giver = pick(containers(tree));
            String name = giver.isObject() && !giver.isEmpty() ? name(giver, random.nextInt(giver.size())) : "";
            object.set(name, object.remove(name(object, at)));
        } else {
            ((ArrayNode) parent).set(at, parent.get(random.nextInt(parent.size())));
        }
    }
}
