package convas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountTest {
    /** A grey image of 8 x 8, convolved to {@code width} maps, and a chain of two modules of one convolution each. */
    private static final String SMALL = """
            {
              "format": "convas-design", "version": 1, "name": "small",
              "variables": {"width": 4, "bias": true, "mode": "plain"},
              "nodes": [
                {"id": "image", "type": "Input", "params": {"shape": [1, 8, 8]}},
                {"id": "conv", "type": "Conv2d", "params": {"out_channels": "=width", "kernel_size": 3, "padding": 1, "bias": "=bias"}},
                {"id": "chain", "type": "Twice", "repeat": 2},
                {"id": "out", "type": "Output"}
              ],
              "edges": [
                {"from": "image", "to": "conv"},
                {"from": "conv", "to": "chain"},
                {"from": "chain", "to": "out"}
              ],
              "modules": {
                "Twice": {
                  "inputs": ["in"],
                  "nodes": [
                    {"id": "point", "type": "Conv2d", "params": {"out_channels": "=in.channels", "kernel_size": 1, "bias": false}}
                  ],
                  "edges": [
                    {"from": "in", "to": "point"}
                  ],
                  "outputs": {"out": "point"}
                }
              }
            }
            """;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void jsonHasTotalsAndARowForEveryPrimitive() throws IOException {
        Call call = Call.of("count", small(), "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode root = json.readTree(call.out());
        assertEquals("small", root.get("name").asText());
        // 1 * 4 * 3 * 3 weights and 4 biases, then twice 4 * 4 weights.
        assertEquals(36 + 4 + 2 * 16, root.get("params").asLong());
        // At each of the 64 places: 36 multiplications, then twice 16.
        assertEquals(64 * (36 + 2 * 16), root.get("macs").asLong());
        // Two for each MAC, and the bias added to 4 maps of 64 places.
        assertEquals(2 * 64 * (36 + 2 * 16) + 4 * 64, root.get("flops").asLong());
        assertEquals(0, root.get("buffers").asLong());
        List<String> rows = new ArrayList<>();
        root.get("nodes")
                .forEach(row -> rows.add(
                        row.get("path").asText() + " " + row.get("type").asText() + " " + row.get("params") + " "
                                + row.get("macs") + " " + row.get("output")));
        assertEquals(
                List.of(
                        "image Input 0 0 [1,8,8]",
                        "conv Conv2d 40 2304 [4,8,8]",
                        "chain.0/point Conv2d 16 1024 [4,8,8]",
                        "chain.1/point Conv2d 16 1024 [4,8,8]",
                        "out Output 0 0 [4,8,8]"),
                rows);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theRowsOfEveryPresetAddUpToItsTotals(String preset) throws IOException {
        Call call = Call.of("count", preset, "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode root = json.readTree(call.out());
        for (String column : new String[] {"params", "macs", "flops"}) {
            long sum = 0;
            for (JsonNode row : root.get("nodes")) {
                sum += row.get(column).asLong();
            }
            assertEquals(root.get(column).asLong(), sum, column);
        }
    }

    static List<String> presets() {
        return new PresetFiles().names();
    }

    @Test
    void theTableShowsModulesWithTheirPartsBelowThem() throws IOException {
        Call call = Call.of("count", small());
        assertEquals(0, call.code(), call.err());
        List<String> lines = call.outLines();
        List<String> names = lines.stream()
                .map(line -> line.substring(0, Math.min(11, line.length())))
                .toList();
        assertEquals(
                List.of(
                        "node       ",
                        "---------  ",
                        "image      ",
                        "conv       ",
                        "chain      ",
                        "  chain.0  ",
                        "    point  ",
                        "  chain.1  ",
                        "    point  ",
                        "out        ",
                        "---------  ",
                        "total      "),
                names.subList(0, 12));
        assertTrue(lines.get(11).contains("72") && lines.get(11).contains("4,352"), lines.get(11));
        assertTrue(call.out().contains("For one sample. MACs: multiplications of convolution and linear layers"));
    }

    @Test
    void valuesSetOnTheCommandLineCount() throws IOException {
        Call call = Call.of("count", small(), "--set", "width=8", "--set", "bias=false", "--json");
        assertEquals(0, call.code(), call.err());
        // 8 * 9 weights without biases, then twice 8 * 8.
        assertEquals(72 + 2 * 64, json.readTree(call.out()).get("params").asLong());
    }

    @Test
    void aVariableThatIsNotThereIsAWrongCall() throws IOException {
        Call call = Call.of("count", small(), "--set", "depth=8");
        assertEquals(2, call.code());
        assertEquals(
                "The design has no variable depth; it has width, bias, mode.\n./convas count --help tells how it is used.\n",
                call.err());
    }

    @Test
    void aValueOfAnotherKindIsAWrongCall() throws IOException {
        for (String[] pair : new String[][] {{"width", "wide"}, {"width", "true"}, {"bias", "1"}}) {
            Call call = Call.of("count", small(), "--set", pair[0] + "=" + pair[1]);
            assertEquals(2, call.code());
            assertTrue(call.err().startsWith("The variable " + pair[0] + " is "), call.err());
        }
        assertEquals(0, Call.of("count", small(), "--set", "mode=7").code());
    }

    @Test
    void aDesignWithErrorsIsToldAndNotCounted() throws IOException {
        Call call = Call.of("count", small(), "--set", "width=0", "--json");
        assertEquals(1, call.code());
        assertEquals("", call.out());
        assertTrue(call.err().contains("small.json: error: conv.out_channels: "), call.err());
    }

    @Test
    void theTableIsThereInChinese() throws IOException {
        Call call = Call.in(Locale.SIMPLIFIED_CHINESE, "count", small());
        assertEquals(0, call.code());
        assertTrue(call.out().contains("总计"));
    }

    private String small() throws IOException {
        return Files.writeString(folder.resolve("small.json"), SMALL).toString();
    }

    @Test
    void ptflopsAloneIsItsDefaultBackendAndTheOutputSaysSo() {
        Call call = Call.of("count", "resnet50", "--convention", "ptflops");

        assertTrue(call.out().contains("4,132,436,968"), call.out());
        assertTrue(call.out().contains("ptflops-pytorch: what ptflops 0.7.5, backend pytorch prints"), call.out());
        Call aten = Call.of("count", "resnet50", "--convention", "ptflops-aten", "--json");
        assertTrue(aten.out().contains("4089185256"), aten.out());
    }
}
