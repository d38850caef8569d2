package convas.profiling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.json.FiniteJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Profiles as JSON objects, for files, for other programs and for the measuring process. Times are in milliseconds; what
 * is unknown is left out.
 */
public final class ProfileJson {
    /** What the field {@code format} of a profile says. */
    public static final String FORMAT = "convas-profile";

    private static final int VERSION = 1;

    private static final long MOST_BYTES = 1L << 45;

    private ProfileJson() {}

    public static ObjectNode write(Profile profile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT).put("version", VERSION);
        json.put("design", profile.design()).put("digest", profile.digest()).put("taken", profile.taken());
        Machine machine = profile.machine();
        json.putObject("machine")
                .put("processor", machine.processor())
                .put("processors", machine.processors())
                .put("memory_bytes", machine.memoryBytes())
                .put("system", machine.system())
                .put("java", machine.java())
                .put("engine", machine.engine())
                .put("convas", machine.convas());
        Setting setting = profile.setting();
        json.putObject("setting")
                .put("batch", setting.batch())
                .put("device", setting.device())
                .put("mode", setting.mode().word())
                .put("threads", setting.threads());
        Whole whole = profile.whole();
        ObjectNode all = json.putObject("whole");
        all.set("forward", spread(whole.forward()));
        all.set("observed", spread(whole.observed()));
        all.set("overhead", spread(whole.overhead()));
        whole.backward().ifPresent(backward -> all.set("backward", spread(backward)));
        all.<ObjectNode>set("samples_per_second", FiniteJson.number(profile.throughput()));
        all.put("weight_bytes", whole.weightBytes());
        whole.peakBytes().ifPresent(bytes -> all.put("peak_bytes", bytes));
        whole.processBytes().ifPresent(bytes -> all.put("process_bytes", bytes));
        ArrayNode nodes = json.putArray("nodes");
        profile.nodes().forEach(node -> nodes.add(node(node)));
        ArrayNode timeline = json.putArray("timeline");
        profile.timeline().forEach(moment -> {
            ObjectNode point = timeline.addObject();
            point.put("path", moment.path()).put("predicted_bytes", moment.predicted());
            moment.measured().ifPresent(bytes -> point.put("measured_bytes", bytes));
        });
        return json;
    }

    private static ObjectNode node(PathProfile node) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("path", node.path()).put("type", node.type());
        json.set("forward", spread(node.forward()));
        node.backward().ifPresent(backward -> json.set("backward", spread(backward)));
        json.put("calls", node.calls()).put("macs", node.macs()).put("flops", node.flops());
        json.put("bytes_moved", node.bytesMoved());
        node.allocatedBytes().ifPresent(bytes -> json.put("allocated_bytes", bytes));
        return json;
    }

    private static ObjectNode spread(Spread spread) {
        return JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("middle", FiniteJson.number(spread.middle()))
                .<ObjectNode>set("low", FiniteJson.number(spread.low()))
                .<ObjectNode>set("high", FiniteJson.number(spread.high()))
                .put("count", spread.count());
    }

    /**
     * The profile that an object tells of.
     *
     * @throws IllegalArgumentException where it is none, with the place of the first field that is missing or of another
     *     kind
     */
    public static Profile read(JsonNode json) {
        if (!json.path("format").asText().equals(FORMAT) || json.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("format");
        }
        Profile profile = new Profile(
                text(json, "design"),
                text(json, "digest"),
                text(json, "taken"),
                machine(child(json, "machine")),
                setting(child(json, "setting")),
                whole(child(json, "whole")),
                list(json, "nodes", ProfileJson::path),
                list(json, "timeline", ProfileJson::moment));
        try {
            // No part of it is more than all of it together.
            profile.nodes().stream().reduce((one, other) -> one.plus(other, ""));
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("nodes", tooLarge);
        }
        return profile;
    }

    private static Machine machine(JsonNode json) {
        return new Machine(
                text(json, "processor"),
                count(json, "processors"),
                whole(json, "memory_bytes"),
                text(json, "system"),
                text(json, "java"),
                text(json, "engine"),
                text(json, "convas"));
    }

    private static Setting setting(JsonNode json) {
        return new Setting(
                count(json, "batch"),
                text(json, "device"),
                ProfilingMode.of(text(json, "mode")).orElseThrow(() -> new IllegalArgumentException("mode")),
                count(json, "threads"));
    }

    private static Whole whole(JsonNode json) {
        return new Whole(
                spread(json, "forward"),
                spread(json, "observed"),
                spread(json, "overhead"),
                optional(json, "backward", ProfileJson::spread),
                whole(json, "weight_bytes"),
                optional(json, "peak_bytes", ProfileJson::whole),
                optional(json, "process_bytes", ProfileJson::whole));
    }

    private static PathProfile path(JsonNode json) {
        return new PathProfile(
                text(json, "path"),
                text(json, "type"),
                spread(json, "forward"),
                optional(json, "backward", ProfileJson::spread),
                count(json, "calls"),
                amount(json, "macs"),
                amount(json, "flops"),
                amount(json, "bytes_moved"),
                optional(json, "allocated_bytes", ProfileJson::memory));
    }

    private static MemoryMoment moment(JsonNode json) {
        return new MemoryMoment(
                text(json, "path"),
                whole(json, "predicted_bytes"),
                optional(json, "measured_bytes", ProfileJson::whole));
    }

    private static Spread spread(JsonNode json, String field) {
        JsonNode spread = child(json, field);
        return new Spread(
                number(spread, "middle"), number(spread, "low"), number(spread, "high"), count(spread, "count"));
    }

    private static JsonNode child(JsonNode json, String field) {
        return required(json, field, json.path(field).isObject());
    }

    private static String text(JsonNode json, String field) {
        return required(json, field, json.path(field).isTextual()).textValue();
    }

    private static long whole(JsonNode json, String field) {
        JsonNode number = json.path(field);
        return required(json, field, number.isIntegralNumber() && number.canConvertToLong())
                .longValue();
    }

    private static int count(JsonNode json, String field) {
        JsonNode number = json.path(field);
        return required(json, field, number.isIntegralNumber() && number.canConvertToInt())
                .intValue();
    }

    /** Of operations or bytes, never less than none. */
    private static long amount(JsonNode json, String field) {
        long amount = whole(json, field);
        required(json, field, amount >= 0);
        return amount;
    }

    /** Bytes that a step took, or gave back; a machine has a thousandth of the most. */
    private static long memory(JsonNode json, String field) {
        long bytes = whole(json, field);
        required(json, field, Math.abs(bytes) <= MOST_BYTES && bytes != Long.MIN_VALUE);
        return bytes;
    }

    private static double number(JsonNode json, String field) {
        // 1e999 is a number in JSON, and an infinite one here.
        JsonNode number = json.path(field);
        return required(json, field, number.isNumber() && Double.isFinite(number.doubleValue()))
                .doubleValue();
    }

    private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        required(json, field, json.path(field).isArray()).forEach(element -> items.add(item.apply(element)));
        return items;
    }

    /** Reads a field of an object. */
    @FunctionalInterface
    private interface FieldReader<T> {
        T read(JsonNode json, String field);
    }

    private static <T> Optional<T> optional(JsonNode json, String field, FieldReader<T> reader) {
        return json.has(field) ? Optional.of(reader.read(json, field)) : Optional.empty();
    }

    private static JsonNode required(JsonNode json, String field, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException(field);
        }
        return json.get(field);
    }
}
