package convas.profiling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.json.FiniteJson;

/** Ceilings as JSON objects. */
public final class CeilingsJson {
    /** No machine is so slow, or so fast, in any of its units. */
    private static final double LEAST = 1e-9;

    private static final double MOST = 1e12;

    private CeilingsJson() {}

    public static ObjectNode write(Ceilings ceilings) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("processor", ceilings.processor())
                .put("device", ceilings.device())
                .put("threads", ceilings.threads())
                .<ObjectNode>set("gigaflops_per_second", FiniteJson.number(ceilings.gigaflopsPerSecond()))
                .<ObjectNode>set("gigabytes_per_second", FiniteJson.number(ceilings.gigabytesPerSecond()))
                .<ObjectNode>set("call_microseconds", FiniteJson.number(ceilings.callMicroseconds()))
                .put("taken", ceilings.taken());
    }

    /** @throws IllegalArgumentException where the object tells of none */
    public static Ceilings read(JsonNode json) {
        return new Ceilings(
                json.path("processor").asText(),
                json.path("device").asText(),
                json.path("threads").asInt(),
                positive(json, "gigaflops_per_second"),
                positive(json, "gigabytes_per_second"),
                positive(json, "call_microseconds"),
                json.path("taken").asText());
    }

    private static double positive(JsonNode json, String field) {
        double value = json.path(field).asDouble();
        // 1e999 is a number in JSON, and an infinite one here: an axis up to it would have no end, nor has a part of
        // 1e-320.
        if (!(value >= LEAST && value <= MOST)) {
            throw new IllegalArgumentException(field);
        }
        return value;
    }
}
