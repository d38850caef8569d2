package convas.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.operator.TensorShape;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A design that is wrong or unfinished: what can be known is known, and each mistake is told once. */
class HalfBuiltTest {
    private static final String INPUT = "{'id': 'image', 'type': 'Input', 'params': {'shape': [3, 8, 8]}}";
    private static final String CONV =
            "{'id': '%s', 'type': 'Conv2d', 'params': {'out_channels': 4, 'kernel_size': 3, 'padding': 1}}";
    private static final String OUTPUT = "{'id': 'scores', 'type': 'Output'}";

    private final Bench bench = new Bench();

    private static String graph(List<String> nodes, String... edges) {
        List<String> written = List.of(edges).stream()
                .map(edge -> edge.split(">"))
                .map(ends -> "{'from': '%s', 'to': '%s'}".formatted(ends[0], ends[1]))
                .toList();
        return "'nodes': [" + String.join(", ", nodes) + "], 'edges': [" + String.join(", ", written) + "]";
    }

    private static Optional<TensorShape> output(Analysis analysis, String path) {
        return analysis.node(path).orElseThrow().outputs().get(0);
    }

    @Test
    void anUnconnectedInputLeavesTheRestKnown() {
        Analysis analysis = bench.analyze(graph(
                List.of(INPUT, CONV.formatted("conv"), "{'id': 'add', 'type': 'Add'}", OUTPUT),
                "image>conv",
                "conv>add:0",
                "add>scores"));
        assertEquals(List.of("add analysis.input.missing"), Bench.keys(analysis));
        assertEquals(Optional.of(TensorShape.of(4, 8, 8)), output(analysis, "conv"));
        // 3 * 4 * 3 * 3 weights and 4 biases
        assertEquals(
                112, analysis.node("conv").orElseThrow().cost().orElseThrow().params());
        assertEquals(Optional.empty(), output(analysis, "add"));
        assertEquals(Optional.empty(), analysis.node("add").orElseThrow().cost());
        assertEquals(Optional.empty(), analysis.total());
        assertEquals(Optional.empty(), analysis.program());
    }

    @Test
    void aWrongParameterLeavesTheOthersKnown() {
        String conv = "{'id': 'conv', 'type': 'Conv2d', 'params':"
                + " {'out_channels': '=2 * 8 + 1', 'kernel_size': '=3 / 0', 'stride': 0}}";
        Analysis analysis = bench.analyze(graph(List.of(INPUT, conv, OUTPUT), "image>conv", "conv>scores"));
        var values = analysis.node("conv").orElseThrow().values().values();
        assertEquals(17L, values.get("out_channels"));
        assertEquals(1L, values.get("groups"));
        assertFalse(values.containsKey("kernel_size"));
        assertFalse(values.containsKey("stride"));
    }

    @Test
    void aCycleIsNamedAndWhatStandsBeforeItIsKnown() {
        Analysis analysis = bench.analyze(graph(
                List.of(
                        INPUT,
                        CONV.formatted("conv"),
                        "{'id': 'add', 'type': 'Add'}",
                        "{'id': 'relu', 'type': 'ReLU'}",
                        OUTPUT),
                "image>conv",
                "conv>add:0",
                "relu>add:1",
                "add>relu",
                "relu>scores"));
        assertEquals(List.of("add: These nodes feed each other in a circle: add → relu → add."), Bench.lines(analysis));
        assertEquals(Optional.of(TensorShape.of(4, 8, 8)), output(analysis, "conv"));
        assertEquals(Optional.empty(), output(analysis, "relu"));
    }

    @Test
    void everyCycleIsTold() {
        Analysis analysis = bench.analyze(graph(
                List.of(
                        INPUT,
                        "{'id': 'a', 'type': 'ReLU'}",
                        "{'id': 'b', 'type': 'ReLU'}",
                        "{'id': 'c', 'type': 'ReLU'}",
                        OUTPUT),
                "a>b",
                "b>a",
                "c>c",
                "image>scores"));
        assertEquals(List.of("a analysis.cycle", "c analysis.cycle"), Bench.keys(analysis));
    }

    @Test
    void danglingEdgesAreTold() {
        Analysis analysis =
                bench.analyze(graph(List.of(INPUT, OUTPUT), "image>scores", "ghost>scores", "image>nowhere"));
        assertEquals(List.of("scores analysis.edge.noSource", "image analysis.edge.noTarget"), Bench.keys(analysis));
        assertEquals(Optional.of(TensorShape.of(3, 8, 8)), output(analysis, "scores"));
    }

    @Test
    void ofTwoNodesWithOneIdTheFirstCounts() {
        Analysis analysis = bench.analyze(graph(
                List.of(INPUT, CONV.formatted("a"), "{'id': 'a', 'type': 'ReLU'}", OUTPUT), "image>a", "a>scores"));
        assertEquals(List.of("a analysis.node.duplicate"), Bench.keys(analysis));
        assertEquals(Optional.of(TensorShape.of(4, 8, 8)), output(analysis, "scores"));
    }

    @Test
    void portsThatDoNotExistAreTold() {
        Analysis analysis = bench.analyze(graph(
                List.of(INPUT, "{'id': 'relu', 'type': 'ReLU'}", "{'id': 'tanh', 'type': 'Tanh'}", OUTPUT),
                "image>relu",
                "image>relu:1",
                "relu:3>tanh",
                "relu>scores"));
        assertEquals(List.of("relu analysis.edge.inputPort", "tanh analysis.edge.outputPort"), Bench.keys(analysis));
    }

    @Test
    void twoEdgesToOnePortAreTold() {
        Analysis analysis = bench.analyze(graph(
                List.of(INPUT, CONV.formatted("conv"), "{'id': 'relu', 'type': 'ReLU'}", OUTPUT),
                "image>conv",
                "conv>relu",
                "image>relu",
                "relu>scores"));
        assertEquals(List.of("relu analysis.edge.twice"), Bench.keys(analysis));
    }

    @Test
    void anUnknownTypeAndAnUnknownParameterNameWhatWasMeant() {
        Analysis analysis = bench.analyze(graph(
                List.of(
                        INPUT,
                        "{'id': 'conv', 'type': 'Conv2D', 'params': {'out_channels': 4}}",
                        "{'id': 'bn', 'type': 'BatchNorm2d', 'params': {'epsilon': 0.1}}",
                        OUTPUT),
                "image>conv",
                "image>bn",
                "conv>scores"));
        assertTrue(
                Bench.lines(analysis)
                        .get(0)
                        .startsWith("conv: There is no node type named Conv2D. Types like it: Conv2d"),
                Bench.lines(analysis).toString());
        assertTrue(
                Bench.lines(analysis).get(1).startsWith("bn.epsilon: BatchNorm2d has no parameter of this name."),
                Bench.lines(analysis).toString());
    }

    @Test
    void aMissingParameterIsTold() {
        Analysis analysis = bench.analyze(bench.one("[3, 8, 8]", "Conv2d", "{'kernel_size': 3}"));
        assertEquals(
                List.of("m.out_channels: Conv2d needs a value for this parameter; none is given."),
                Bench.lines(analysis));
    }

    @Test
    void aSheetWithoutAnOutputStillShowsShapesAndCost() {
        Analysis analysis = bench.analyze(graph(List.of(INPUT, CONV.formatted("conv")), "image>conv"));
        assertEquals(List.of("analysis.noOutput"), Bench.keys(analysis));
        assertEquals(112, analysis.total().orElseThrow().params());
        assertTrue(analysis.program().isEmpty());
    }

    @Test
    void anEmptySheetHasNoProgram() {
        Analysis analysis = bench.analyze("'nodes': [], 'edges': []");
        assertEquals(List.of("analysis.noInput", "analysis.noOutput"), Bench.keys(analysis));
        assertTrue(analysis.program().isEmpty());
    }

    @Test
    void numbersBeyondAllBoundsAreADiagnostic() {
        Analysis analysis = bench.analyze(bench.one(
                "[4000000000, 1, 1]",
                "Conv2d",
                "{'out_channels': 4000000000, 'kernel_size': 4000000, 'padding': 2000000}"));
        assertTrue(analysis.hasErrors());
        assertTrue(
                Bench.keys(analysis).stream().allMatch(line -> line.startsWith("m ")),
                Bench.keys(analysis).toString());
        assertFalse(analysis.total().isPresent());
    }

    @Test
    void anExpressionsMistakeNamesNodeParameterExpressionAndCause() {
        Analysis analysis =
                bench.analyze(bench.one("[3, 8, 8]", "Conv2d", "{'out_channels': '=4 / 0', 'kernel_size': '=siez'}"));
        assertEquals(
                "m.out_channels: The expression =4 / 0 divides by zero.",
                Bench.lines(analysis).get(0));
        assertEquals(
                "m kernel_size analysis.expression.noNames",
                Bench.keys(analysis).get(1));
        assertEquals(2, Bench.keys(analysis).size());
    }

    @Test
    void aCancelledAnalysisEndsAtOnce() {
        assertThrows(
                CancellationException.class,
                () -> new Analyzer(BuiltinCatalog.create()).analyze(bench.one("[3, 8, 8]", "ReLU", "{}"), () -> true));
    }
}
