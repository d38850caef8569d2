package convas.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An invented history: version 1 called the nodes "layers", version 2 had no names. */
class MigrationsTest {
    private static final Migration LAYERS_TO_NODES = new Migration(1, file -> {
        Map<String, Value> fields = new LinkedHashMap<>();
        file.fields().forEach((name, value) -> fields.put(name.equals("layers") ? "nodes" : name, value));
        return new Value.Mapping(fields);
    });
    private static final Migration NAMES = new Migration(2, file -> {
        Map<String, Value> fields = new LinkedHashMap<>(file.fields());
        fields.putIfAbsent("name", Value.of("unnamed"));
        return new Value.Mapping(fields);
    });

    private final DesignFormat format = new DesignFormat(new Migrations(3, List.of(LAYERS_TO_NODES, NAMES)));

    @Test
    void anOldFileGoesThroughEveryStepUpToTheCurrentVersion() {
        Design design = read(
                "{\"format\": \"convas-design\", \"version\": 1, \"layers\": [{\"id\": \"a\", \"type\": \"T\"}], \"edges\": []}");
        assertEquals("unnamed", design.name());
        assertEquals("a", design.graph().nodes().get(0).id());
    }

    @Test
    void aFileOfAVersionBetweenStartsInTheMiddleOfTheChain() {
        Design design = read("{\"format\": \"convas-design\", \"version\": 2, \"nodes\": [], \"edges\": []}");
        assertEquals("unnamed", design.name());
    }

    @Test
    void aMigratedDesignIsWrittenInTheCurrentVersion() {
        Design design = read("{\"format\": \"convas-design\", \"version\": 2, \"nodes\": [], \"edges\": []}");
        assertTrue(new String(format.write(design), StandardCharsets.UTF_8)
                .contains("\"version\": 3, \"name\": \"unnamed\""));
    }

    @Test
    void aNewerVersionIsRefusedByNameAndNumber() {
        Reading<Design> reading = format.read("{\"format\": \"convas-design\", \"version\": 4, \"name\": \"tomorrow\"}"
                .getBytes(StandardCharsets.UTF_8));
        assertTrue(reading.value().isEmpty());
        assertEquals(
                List.of(Diagnostic.error("version", "", "graph.version.newer", "tomorrow", 4, 3)), reading.problems());
    }

    @Test
    void aVersionBeforeTheFirstIsRefused() {
        Reading<Design> reading =
                format.read("{\"format\": \"convas-design\", \"version\": 0}".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(Diagnostic.error("version", "", "graph.version.unknown", 0, 3)), reading.problems());
    }

    private Design read(String json) {
        Reading<Design> reading = format.read(json.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reading.problems());
        return reading.value().orElseThrow();
    }
}
