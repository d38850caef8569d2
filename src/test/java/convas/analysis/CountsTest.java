package convas.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.graph.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Params and MACs against {@code counts.json}, which was counted with other tools: exact integers. */
class CountsTest {
    /** Rows that nothing in Convas is meant to give, with the reason. */
    private static final Map<String, String> UNCOVERED = Map.of(
            "ShuffleNetV2 1.0x (megvii)",
            "its projection branch keeps the input's channels; ShuffleV2Unit is torchvision's",
            "ShuffleNetV2 2.0x (megvii)",
            "its projection branch keeps the input's channels; ShuffleV2Unit is torchvision's",
            "CoordConv rendering net mul=1 fs=3",
            "the paper's rendering network; no preset is asked for",
            "Ghost-ResNet-50 s=2 d=3 (all convs but stem, FC dense)",
            "no preset is asked for, and the paper's figure differs");

    private final Bench bench = new Bench();

    private static JsonNode resource(String name) {
        try (InputStream in = CountsTest.class.getResourceAsStream("/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<JsonNode> rows() {
        return StreamSupport.stream(resource("reference/counts.json").spliterator(), false);
    }

    /** Rows of one module: {@code modules.json} says which module with which parameters a row means. */
    @TestFactory
    Stream<DynamicTest> countsOfModules() {
        JsonNode meant = resource("reference/modules.json");
        return rows().filter(row -> meant.has(row.get("name").asText())).map(row -> {
            String name = row.get("name").asText();
            Map.Entry<String, JsonNode> module =
                    meant.get(name).properties().iterator().next();
            return DynamicTest.dynamicTest(
                    name + " at " + row.get("input").asText(),
                    () -> check(
                            row,
                            bench.analyze(bench.one(
                                    shape(row),
                                    module.getKey(),
                                    module.getValue().toString()))));
        });
    }

    /** Rows of whole networks: {@code networks.json} says which preset with which variables a row means. */
    @TestFactory
    Stream<DynamicTest> countsOfNetworks() {
        JsonNode meant = resource("reference/networks.json");
        return rows().filter(row -> meant.has(row.get("name").asText())).map(row -> {
            String name = row.get("name").asText();
            Map.Entry<String, JsonNode> preset =
                    meant.get(name).properties().iterator().next();
            return DynamicTest.dynamicTest(name, () -> {
                Map<String, Value> set = new LinkedHashMap<>();
                preset.getValue().properties().forEach(one -> set.put(one.getKey(), value(one.getValue())));
                check(row, bench.analyze(bench.preset(preset.getKey(), set)));
            });
        });
    }

    /**
     * Relatives of the networks in the file: torchvision's documented {@code num_params} (ResNet, ShuffleNetV2,
     * MobileNetV3), Keras' table of MobileNet weights, and the model lists of timm and imgclsmob for the others.
     */
    @ParameterizedTest
    @CsvSource({
        "resnet18, blocks1=3 blocks2=4 blocks3=6 blocks4=3, 21797672",
        "resnet50, blocks3=23, 44549160",
        "resnet50, blocks2=8 blocks3=36, 60192808",
        "shufflenetv2, width=0.5, 1366792",
        "shufflenetv2, width=1.5, 3503624",
        "mobilenetv3-small, '', 2542856",
        "mobilenetv1, width=0.25, 470072",
        "mobilenetv1, width=0.5, 1331592",
        "mobilenetv1, width=0.75, 2585560",
        "mobilenetv2, width=0.5, 1968680",
        "mobilenetv2, width=1.4, 6108776",
        "shufflenetv1, groups=1, 1531936",
        "shufflenetv1, groups=1 width=0.5, 534484",
        "shufflenetv1, groups=2, 1733848",
        "shufflenetv1, groups=4, 1968344",
    })
    void relativesHaveTheirPublishedParams(String preset, String set, long params) {
        Map<String, Value> variables = new LinkedHashMap<>();
        for (String one : set.isEmpty() ? new String[0] : set.split(" ")) {
            double number = Double.parseDouble(one.substring(one.indexOf('=') + 1));
            variables.put(
                    one.substring(0, one.indexOf('=')),
                    number == Math.rint(number) ? Value.of((long) number) : Value.of(number));
        }
        Analysis analysis = bench.analyze(bench.preset(preset, variables));
        assertEquals(List.of(), Bench.lines(analysis));
        assertEquals(params, analysis.total().orElseThrow().params());
    }

    /** Every row of the file is counted here, or stands above with the reason why not. */
    @Test
    void noRowIsForgotten() {
        Set<String> known = new TreeSet<>(UNCOVERED.keySet());
        resource("reference/modules.json").fieldNames().forEachRemaining(known::add);
        resource("reference/networks.json").fieldNames().forEachRemaining(known::add);
        assertEquals(known, rows().map(row -> row.get("name").asText()).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Value value(JsonNode node) {
        if (node.isTextual()) {
            return Value.of(node.asText());
        } else if (node.isBoolean()) {
            return Value.of(node.asBoolean());
        }
        return node.isIntegralNumber() ? Value.of(node.asLong()) : Value.of(node.asDouble());
    }

    /** {@code 1x16x112x112} is one sample of {@code [16, 112, 112]}. */
    private static String shape(JsonNode row) {
        return Arrays.stream(row.get("input").asText().split("x")).skip(1).collect(Collectors.joining(", ", "[", "]"));
    }

    private static void check(JsonNode row, Analysis analysis) {
        assertEquals("[]", Bench.lines(analysis).toString());
        assertEquals(row.get("params").asLong(), analysis.total().orElseThrow().params(), "params");
        assertEquals(row.get("macs").asLong(), analysis.total().orElseThrow().macs(), "macs");
        Program program = analysis.program().orElseThrow();
        Programs.check(program);
        assertEquals(Programs.sum(program), analysis.total().orElseThrow());
    }
}
