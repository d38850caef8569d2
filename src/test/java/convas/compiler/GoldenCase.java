package convas.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.analysis.Program;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import convas.tensor.FloatTensor;
import convas.tensor.TensorFile;
import convas.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One module computed by PyTorch: input, weights, outputs and gradients. The design around it has Input nodes
 * {@code in0}, {@code in1}, ..., the module as node {@code m} and an Output node {@code out}.
 */
record GoldenCase(String name, JsonNode described, Map<String, FloatTensor> arrays) {
    /** What PyTorch must be told and a design reads off its input. */
    private static final Set<String> INFERRED = Set.of("in_channels", "channels", "num_features", "in_features");

    private static final List<Path> FOLDERS =
            List.of(Path.of("src", "test", "resources", "golden"), Path.of("src", "test", "resources", "golden-extra"));
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<GoldenCase> all() throws IOException {
        List<GoldenCase> cases = new ArrayList<>();
        for (Path folder : FOLDERS) {
            Path index = folder.resolve("cases.json");
            if (Files.exists(index)) {
                for (JsonNode described : JSON.readTree(index.toFile())) {
                    String name = described.get("name").asText();
                    Reading<TensorFile> file = TensorFile.read(folder.resolve(name + ".npz"));
                    cases.add(new GoldenCase(
                            name, described, file.value().orElseThrow().tensors()));
                }
            }
        }
        return cases.stream();
    }

    /** The arrays whose names start so, without that start. */
    Map<String, FloatTensor> under(String prefix) {
        Map<String, FloatTensor> found = new LinkedHashMap<>();
        arrays.forEach((key, array) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), array);
            }
        });
        return found;
    }

    /** The case's weights under the names that its design gives them. */
    TensorFile weights() {
        Map<String, FloatTensor> renamed = new LinkedHashMap<>();
        under("weight.").forEach((path, array) -> renamed.put("m." + path, array));
        return TensorFile.of(renamed);
    }

    TensorFile inputs() {
        Map<String, FloatTensor> renamed = new LinkedHashMap<>();
        under("input.").forEach((port, array) -> renamed.put("in" + port, array));
        return TensorFile.of(renamed);
    }

    Analysis analyse(Analyzer analyzer) {
        byte[] design = design().toString().getBytes(StandardCharsets.UTF_8);
        Reading<Design> reading = new DesignFormat().read(design);
        return analyzer.analyze(reading.value().orElseThrow(() -> new AssertionError(reading.problems())));
    }

    Program program(Analyzer analyzer) {
        Analysis analysis = analyse(analyzer);
        return analysis.program()
                .orElseThrow(() -> new AssertionError(analysis.diagnostics().stream()
                        .map(diagnostic -> diagnostic.line(new Texts(Locale.ENGLISH)))
                        .toList()));
    }

    private ObjectNode design() {
        ObjectNode design = JSON.createObjectNode()
                .put("format", "convas-design")
                .put("version", 1)
                .put("name", name);
        ArrayNode nodes = design.putArray("nodes");
        ArrayNode edges = design.putArray("edges");
        int port = 0;
        for (JsonNode shape : described.get("inputs")) {
            ArrayNode sizes = JSON.createArrayNode();
            for (int axis = 1; axis < shape.size(); axis++) {
                sizes.add(shape.get(axis).asLong());
            }
            ObjectNode input = nodes.addObject().put("id", "in" + port).put("type", "Input");
            input.putObject("params").set("shape", sizes);
            edges.addObject().put("from", "in" + port).put("to", "m:" + port);
            port++;
        }
        ObjectNode params = described.get("params").deepCopy();
        params.remove(INFERRED);
        nodes.addObject()
                .put("id", "m")
                .put("type", described.get("type").asText())
                .set("params", params);
        nodes.addObject().put("id", "out").put("type", "Output");
        edges.addObject().put("from", "m").put("to", "out");
        return design;
    }

    @Override
    public String toString() {
        return name;
    }
}
