package convas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.analysis.Analyzer;
import convas.analysis.Program;
import convas.analysis.figures.Counting;
import convas.graph.json.DesignFormat;
import convas.operator.Convention;
import convas.operator.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every convention gives what its tool printed, as {@code src/test/python/compare_counting.py} kept it. */
class CountingToolsTest {
    private static final Path FIGURES = Path.of("src", "test", "resources", "reference", "counting-tools.json");

    private static JsonNode figures() throws IOException {
        return new ObjectMapper().readTree(FIGURES.toFile());
    }

    private static List<Convention> conventions(JsonNode figures) {
        List<Convention> conventions = new ArrayList<>();
        figures.get("conventions")
                .forEach(key -> conventions.add(Convention.find(key.asText()).orElseThrow()));
        return conventions;
    }

    @Test
    void everyPrimitiveCountsAsEachToolCountsIt() throws IOException {
        JsonNode figures = figures();
        Map<String, PrimitiveCase> cases = new LinkedHashMap<>();
        Map<Path, Integer> numbers = new LinkedHashMap<>();
        for (PrimitiveCase each : PrimitiveCase.computed()) {
            int number = numbers.merge(each.folder(), 1, Integer::sum) - 1;
            cases.put(each.folder().getFileName().toString().replace('-', '_') + "_" + number, each);
        }
        List<String> wrong = new ArrayList<>();
        figures.get("primitives").properties().forEach(entry -> {
            PrimitiveCase each = cases.get(entry.getKey());
            Work work =
                    each.primitive().work(each.arguments(new ArrayList<>()), each.inputShapes(), each.outputShapes());
            int column = 0;
            for (Convention convention : conventions(figures)) {
                long expected = entry.getValue().get(column++).asLong();
                long found = work.macs() + work.extras().getOrDefault(convention, 0L);
                if (found != expected) {
                    wrong.add(each + " as " + convention.key() + ": expected " + expected + ", found " + found);
                }
            }
        });

        assertTrue(figures.get("primitives").size() > 300);
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPresetCountsAsEachToolCountsIt() throws IOException {
        JsonNode figures = figures();
        List<String> wrong = new ArrayList<>();
        figures.get("presets").properties().forEach(entry -> {
            Program program = preset(entry.getKey());
            int column = 0;
            for (Convention convention : conventions(figures)) {
                long expected = entry.getValue().get(column++).asLong();
                long found = new Counting(convention).total(program);
                if (found != expected) {
                    wrong.add(
                            entry.getKey() + " as " + convention.key() + ": expected " + expected + ", found " + found);
                }
            }
        });

        try (var presets = Files.list(Path.of("presets"))) {
            assertEquals(presets.count(), figures.get("presets").size());
        }
        assertEquals(List.of(), wrong);
    }

    private static Program preset(String name) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("presets", name + ".json"));
            return new Analyzer(BuiltinCatalog.create())
                    .analyze(new DesignFormat().read(bytes).value().orElseThrow())
                    .program()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void aTransposedConvolutionIsCountedByThopOverItsOutput() {
        // 8 to 4 channels, kernel 2, stride 2, on 10 x 10: 20 x 20 outputs of 4 channels, 8 inputs and 4 taps each.
        Counting thop = new Counting(Convention.THOP);
        byte[] design = """
                {"format": "convas-design", "version": 1, "name": "up", "nodes": [
                 {"id": "in", "type": "Input", "params": {"shape": [8, 10, 10]}},
                 {"id": "up", "type": "ConvTranspose2d", "params": {"out_channels": 4, "kernel_size": 2, "stride": 2}},
                 {"id": "out", "type": "Output"}],
                 "edges": [{"from": "in", "to": "up"}, {"from": "up", "to": "out"}]}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Program program = new Analyzer(BuiltinCatalog.create())
                .analyze(new DesignFormat().read(design).value().orElseThrow())
                .program()
                .orElseThrow();

        assertEquals(51_200, thop.total(program));
    }

    @Test
    void aConventionNamesToolVersionAndBackendAndTheOldNameIsTheDefaultBackend() {
        assertEquals("ptflops 0.7.5, backend aten", Convention.PTFLOPS_ATEN.tool());
        assertEquals(Optional.of(Convention.PTFLOPS_ATEN), Convention.find("ptflops-aten"));
        assertEquals(Optional.of(Convention.PTFLOPS_PYTORCH), Convention.find("ptflops"));
        assertEquals(Optional.of(Convention.THOP), Convention.find("THOP"));
        assertEquals(Optional.empty(), Convention.find("ptflops-cuda"));
    }
}
