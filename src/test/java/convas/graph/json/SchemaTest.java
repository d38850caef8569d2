package convas.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import convas.graph.Design;
import convas.graph.ModuleBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static final Schema DESIGN = schema("design.schema.json");
    private static final Schema MODULE = schema("module.schema.json");

    private final DesignFormat format = new DesignFormat();

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetKeepsTheSchemaAndIsReadWithoutAWord(Path file) throws IOException {
        assertEquals(List.of(), DESIGN.validate(Files.readString(file), InputFormat.JSON));
        assertEquals(List.of(), format.read(file).problems());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleKeepsTheSchemaAndIsReadWithoutAWord(Path file) throws IOException {
        assertEquals(List.of(), MODULE.validate(Files.readString(file), InputFormat.JSON));
        assertEquals(List.of(), format.readModule(Files.readAllBytes(file)).problems());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void savingAnUntouchedPresetChangesNoByte(Path file) throws IOException {
        Design design = format.read(file).value().orElseThrow();
        assertEquals(Files.readString(file), new String(format.write(design), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void savingAnUntouchedModuleChangesNoByte(Path file) throws IOException {
        ModuleBody body = format.readModule(Files.readAllBytes(file)).value().orElseThrow();
        assertEquals(Files.readString(file), new String(format.writeModule(body), StandardCharsets.UTF_8));
    }

    @Property(tries = 200)
    void whateverIsWrittenKeepsTheSchema(@ForAll long seed) {
        byte[] written = format.write(new DesignsAtRandom(seed).design());
        assertEquals(List.of(), DESIGN.validate(new String(written, StandardCharsets.UTF_8), InputFormat.JSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad-endpoints",
                "bad-ids",
                "edge-without-end",
                "everything-at-once",
                "id-and-type-as-numbers",
                "list-instead-of-design",
                "module-full-of-mistakes",
                "newer-version",
                "no-format",
                "no-name-nodes-edges",
                "node-as-text",
                "node-without-id-and-type",
                "nodes-as-object",
                "notes",
                "other-format",
                "params-as-list",
                "positions",
                "repeat-as-text",
                "requires",
                "variables",
                "when-as-number"
            })
    void aFileOfTheWrongFormBreaksTheSchemaToo(String name) throws IOException {
        String json = Files.readString(Path.of("src/test/resources/broken/file", name + ".json"));
        List<Error> errors = DESIGN.validate(json, InputFormat.JSON);
        assertFalse(errors.isEmpty());
    }

    @Test
    void aModuleInAFileOfItsOwnSaysItsType() {
        String nameless = "{\"inputs\": [\"in\"], \"nodes\": [], \"edges\": [], \"outputs\": {\"out\": \"in\"}}";
        assertFalse(MODULE.validate(nameless, InputFormat.JSON).isEmpty());
        assertTrue(MODULE.validate(nameless.replaceFirst("\\{", "{\"type\": \"T\", "), InputFormat.JSON)
                .isEmpty());
    }

    static List<Path> presets() throws IOException {
        return files(Path.of("presets"));
    }

    static List<Path> modules() throws IOException {
        return files(Path.of("src/main/resources/convas/catalog/modules"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertFalse(found.isEmpty());
            return found;
        }
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaLoader(loader -> loader.fetchRemoteResources()))
                .getSchema(SchemaLocation.of(Path.of("docs", name).toUri().toString()));
    }
}
