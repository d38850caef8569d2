package convas.profiling.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.graph.json.FiniteJson;
import convas.profiling.Ceilings;
import convas.profiling.CeilingsJson;
import convas.profiling.ProfilingMode;
import convas.profiling.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the measuring process is to do.
 *
 * @param known what the machine gives at best; measured too where that is not known
 */
public record ProfileOrder(Design design, Setting setting, double seconds, Optional<Ceilings> known) {
    public ObjectNode write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", new String(new DesignFormat().write(design), StandardCharsets.UTF_8));
        json.put("batch", setting.batch()).put("device", setting.device());
        json.put("mode", setting.mode().word()).put("threads", setting.threads());
        json.set("seconds", FiniteJson.number(seconds));
        known.ifPresent(ceilings -> json.set("ceilings", CeilingsJson.write(ceilings)));
        return json;
    }

    /** @throws IllegalArgumentException where the object is no order */
    public static ProfileOrder read(JsonNode json) {
        Design design = new DesignFormat()
                .read(json.path("design").asText().getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow(() -> new IllegalArgumentException("design"));
        Setting setting = new Setting(
                json.path("batch").asInt(),
                json.path("device").asText(),
                ProfilingMode.of(json.path("mode").asText()).orElseThrow(() -> new IllegalArgumentException("mode")),
                json.path("threads").asInt());
        return new ProfileOrder(
                design,
                setting,
                json.path("seconds").asDouble(),
                Optional.ofNullable(json.get("ceilings")).map(CeilingsJson::read));
    }
}
