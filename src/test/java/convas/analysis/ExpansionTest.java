package convas.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.operator.TensorShape;
import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code repeat}, {@code when}, {@code shares}, modules, variables. Figures are worked out by hand beside them. */
class ExpansionTest {
    private static final String BLOCK = """
            'Block': {'type': 'Block', 'inputs': ['in'], 'params': {'width': {'type': 'int', 'min': 1}},
              'requires': [{'that': '=width >= in.channels', 'else': '{width} is less than {in.channels}'}],
              'let': {'half': '=ceil(width / 2)', 'rest': '=width - half'},
              'nodes': [
                {'id': 'a', 'type': 'Conv2d', 'params': {'out_channels': '=half', 'kernel_size': 1, 'bias': false}},
                {'id': 'b', 'type': 'Conv2d', 'params': {'out_channels': '=rest', 'kernel_size': 1, 'bias': false}},
                {'id': 'join', 'type': 'Concat'}],
              'edges': [{'from': 'in', 'to': 'a'}, {'from': 'in', 'to': 'b'}, {'from': 'a', 'to': 'join:0'},
                {'from': 'b', 'to': 'join:1'}],
              'outputs': {'out': 'join'}}""";

    private final Bench bench = new Bench();

    private static List<String> paths(Program program) {
        return program.steps().stream().map(Step::path).toList();
    }

    private static long params(Analysis analysis, String path) {
        return analysis.node(path).orElseThrow().cost().orElseThrow().params();
    }

    private static String sheet(String nodes, String... edges) {
        String written = List.of(edges).stream()
                .map(edge -> edge.split(">"))
                .map(ends -> "{'from': '%s', 'to': '%s'}".formatted(ends[0], ends[1]))
                .collect(Collectors.joining(", "));
        return "'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [4, 6, 6]}}, " + nodes
                + ", {'id': 'scores', 'type': 'Output'}], 'edges': [" + written + "]";
    }

    @Test
    void aModuleIsExpandedWithItsPathsAndItsCostIsTheSum() {
        Analysis analysis = bench.analyze(
                sheet("{'id': 'block', 'type': 'Block', 'params': {'width': 5}}", "image>block", "block>scores")
                        + ", 'modules': {" + BLOCK + "}");
        Program program = analysis.program().orElseThrow();
        assertEquals(List.of("image", "block/a", "block/b", "block/join", "scores"), paths(program));
        // 4 -> 3 and 4 -> 2 channels, 1x1, no bias: 12 and 8 weights, 36 positions
        assertEquals(12, params(analysis, "block/a"));
        assertEquals(8, params(analysis, "block/b"));
        assertEquals(20, params(analysis, "block"));
        assertEquals(20 * 36, analysis.total().orElseThrow().macs());
        assertEquals("block.a.weight", weightNames(program).keySet().iterator().next());
        Programs.check(program);
    }

    @Test
    void aRequirementSpeaksWithItsNamesFilledIn() {
        Analysis analysis = bench.analyze(
                sheet("{'id': 'block', 'type': 'Block', 'params': {'width': 3}}", "image>block", "block>scores")
                        + ", 'modules': {" + BLOCK + "}");
        assertEquals(List.of("block: 3 is less than 4"), Bench.lines(analysis));
    }

    @Test
    void repeatedCopiesStandInAChainWithPathsOfTheirOwn() {
        Analysis analysis = bench.analyze(sheet(
                "{'id': 'conv', 'type': 'Conv2d', 'repeat': 3, 'params': {'out_channels': 8, 'kernel_size': 1, 'bias': false}}",
                "image>conv",
                "conv>scores"));
        Program program = analysis.program().orElseThrow();
        assertEquals(List.of("image", "conv.0", "conv.1", "conv.2", "scores"), paths(program));
        // 4 * 8, then 8 * 8 twice
        assertEquals(32, params(analysis, "conv.0"));
        assertEquals(64, params(analysis, "conv.2"));
        assertEquals(160, params(analysis, "conv"));
        assertEquals(
                List.of("conv.0.weight", "conv.1.weight", "conv.2.weight"),
                List.copyOf(weightNames(program).keySet()));
        Programs.check(program);
    }

    @Test
    void aRepeatOfZeroHandsItsInputOn() {
        Analysis analysis =
                bench.analyze(sheet("{'id': 'relu', 'type': 'ReLU', 'repeat': '=1 - 1'}", "image>relu", "relu>scores"));
        assertEquals(List.of("image", "scores"), paths(analysis.program().orElseThrow()));
    }

    @Test
    void aRepeatThatIsNoWholeNumberIsRefused() {
        for (String repeat : List.of("'=0 - 1'", "'=3 / 2'", "'=1 == 1'")) {
            Analysis analysis = bench.analyze(
                    sheet("{'id': 'relu', 'type': 'ReLU', 'repeat': " + repeat + "}", "image>relu", "relu>scores"));
            assertTrue(analysis.hasErrors(), repeat);
        }
    }

    @Test
    void copiesBeyondTheLimitAreRefusedAndNotMade() {
        Analysis analysis = bench.analyze(
                sheet("{'id': 'relu', 'type': 'ReLU', 'repeat': 9000000000}", "image>relu", "relu>scores"));
        assertEquals(List.of("relu repeat analysis.tooManyNodes"), Bench.keys(analysis));
    }

    @Test
    void nestedRepeatsBeyondTheLimitAreRefusedQuickly() {
        StringBuilder modules = new StringBuilder();
        for (int level = 0; level < 20; level++) {
            modules.append(level == 0 ? "" : ", ")
                    .append("""
                    'L%d': {'type': 'L%d', 'inputs': ['in'], 'params': {}, 'nodes': [{'id': 'x', 'type': '%s', 'repeat': 10}],
                    'edges': [{'from': 'in', 'to': 'x'}], 'outputs': {'out': 'x'}}""".formatted(level, level, level == 0 ? "ReLU" : "L" + (level - 1)));
        }
        Analysis analysis = bench.analyze(
                sheet("{'id': 'top', 'type': 'L19'}", "image>top", "top>scores") + ", 'modules': {" + modules + "}");
        assertTrue(analysis.hasErrors());
        assertTrue(
                Bench.keys(analysis).get(0).endsWith("analysis.tooManyNodes"),
                Bench.keys(analysis).toString());
    }

    @Test
    void aNodeLeftOutWithOneEdgeIsReadThrough() {
        Analysis analysis = bench.analyze(sheet(
                "{'id': 'relu', 'type': 'ReLU', 'when': '=1 > 2'}, {'id': 'tanh', 'type': 'Tanh'}",
                "image>relu",
                "relu>tanh",
                "tanh>scores"));
        Program program = analysis.program().orElseThrow();
        assertEquals(List.of("image", "tanh", "scores"), paths(program));
        assertEquals(List.of(new TensorRef(0, 0)), program.steps().get(1).inputs());
    }

    @Test
    void aNodeLeftOutWithTwoEdgesTakesThemWithIt() {
        Analysis analysis = bench.analyze(sheet(
                "{'id': 'add', 'type': 'Add', 'when': false}, {'id': 'cat', 'type': 'Concat', 'when': true},"
                        + " {'id': 'relu', 'type': 'ReLU'}",
                "image>add:0",
                "image>add:1",
                "image>cat:0",
                "image>cat:1",
                "add>relu",
                "cat>relu",
                "relu>scores"));
        assertEquals(
                List.of("image", "cat", "relu", "scores"),
                paths(analysis.program().orElseThrow()));
        assertEquals(
                TensorShape.of(8, 6, 6),
                analysis.node("relu").orElseThrow().outputs().get(0).orElseThrow());
    }

    @Test
    void aSumLeftOutWithItsSkipEdgeHandsOnTheOtherTerm() {
        Analysis analysis = bench.analyze("'variables': {'residual': false}, "
                + sheet(
                                "{'id': 'relu', 'type': 'ReLU'}, {'id': 'add', 'type': 'Add', 'when': '=residual'}",
                                "image>relu",
                                "relu>add:0",
                                "add>scores")
                        .replace("'edges': [", "'edges': [{'from': 'image', 'to': 'add:1', 'when': '=residual'}, "));
        assertEquals(List.of(), Bench.lines(analysis));
        assertEquals(
                List.of("image", "relu", "scores"), paths(analysis.program().orElseThrow()));
    }

    @Test
    void sharedWeightsCountOnceAndTheirWorkTwice() {
        Analysis analysis = bench.analyze(sheet(
                "{'id': 'one', 'type': 'Conv2d', 'params': {'out_channels': 4, 'kernel_size': 1}},"
                        + " {'id': 'two', 'type': 'Conv2d', 'shares': 'one'}",
                "image>one",
                "one>two",
                "two>scores"));
        Program program = analysis.program().orElseThrow();
        // 4 * 4 weights and 4 biases once; 16 MACs at 36 positions, twice
        assertEquals(20, analysis.total().orElseThrow().params());
        assertEquals(2 * 16 * 36, analysis.total().orElseThrow().macs());
        assertEquals("one", program.steps().get(2).weightsPath());
        assertEquals(0, params(analysis, "two"));
        assertEquals(
                List.of("one.weight", "one.bias"),
                List.copyOf(weightNames(program).keySet()));
    }

    @Test
    void aSharedModuleUsesAllWeightsOfItsSibling() {
        Analysis analysis = bench.analyze(sheet(
                        "{'id': 'one', 'type': 'Block', 'params': {'width': 4}}, {'id': 'two', 'type': 'Block', 'shares': 'one', 'repeat': 2}",
                        "image>one",
                        "one>two",
                        "two>scores")
                + ", 'modules': {" + BLOCK + "}");
        Program program = analysis.program().orElseThrow();
        assertEquals(16, analysis.total().orElseThrow().params());
        assertEquals(3 * 16 * 36, analysis.total().orElseThrow().macs());
        assertEquals(
                List.of("one/a", "one/b", "one/a", "one/b", "one/a", "one/b"),
                program.steps().stream()
                        .filter(step -> step.type().equals("Conv2d"))
                        .map(Step::weightsPath)
                        .toList());
    }

    @Test
    void repeatedNodesShareCopyByCopy() {
        Analysis analysis = bench.analyze(sheet(
                "{'id': 'one', 'type': 'Conv2d', 'repeat': 2, 'params': {'out_channels': 4, 'kernel_size': 1}},"
                        + " {'id': 'two', 'type': 'Conv2d', 'repeat': 2, 'shares': 'one'}",
                "image>one",
                "one>two",
                "two>scores"));
        assertEquals(
                List.of("one.0", "one.1", "one.0", "one.1"),
                analysis.program().orElseThrow().steps().stream()
                        .filter(step -> step.type().equals("Conv2d"))
                        .map(Step::weightsPath)
                        .toList());
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        Analysis analysis = bench.analyze(sheet(
                "{'id': 'one', 'type': 'Conv2d', 'params': {'out_channels': 8, 'kernel_size': 1}},"
                        + " {'id': 'two', 'type': 'Conv2d', 'shares': 'one'}",
                "image>one",
                "one>two",
                "two>scores"));
        assertEquals(
                List.of(
                        "two.shares: The weights of one do not fit: expected weight 8 × 4 × 1 × 1, found weight 8 × 8 × 1 × 1."),
                Bench.lines(analysis));
    }

    @Test
    void sharingWithAnotherTypeOrNobodyIsRefused() {
        Analysis analysis = bench.analyze(sheet(
                "{'id': 'one', 'type': 'ReLU', 'shares': 'two'}, {'id': 'two', 'type': 'Tanh', 'shares': 'nobody'}",
                "image>one",
                "one>two",
                "two>scores"));
        assertEquals(
                List.of("one shares analysis.shares.type", "two shares analysis.shares.absent"), Bench.keys(analysis));
    }

    @Test
    void aModuleThatContainsItselfIsNamedWithItsCycle() {
        String module = "'%s': {'type': '%s', 'inputs': ['in'], 'params': {}, 'nodes': [{'id': 'x', 'type': '%s'}],"
                + " 'edges': [{'from': 'in', 'to': 'x'}], 'outputs': {'out': 'x'}}";
        Analysis analysis = bench.analyze(sheet("{'id': 'm', 'type': 'A'}", "image>m", "m>scores") + ", 'modules': {"
                + module.formatted("A", "A", "B") + ", " + module.formatted("B", "B", "A") + "}");
        assertEquals(List.of("modules/A: The module contains itself: A → B → A."), Bench.lines(analysis));
    }

    @Test
    void modulesNestedTooDeepAreRefused() {
        String modules = IntStream.range(0, 40)
                .mapToObj(level -> """
                        'D%d': {'type': 'D%d', 'inputs': ['in'], 'params': {}, 'nodes': [{'id': 'x', 'type': '%s'}],
                        'edges': [{'from': 'in', 'to': 'x'}], 'outputs': {'out': 'x'}}""".formatted(level, level, level == 0 ? "ReLU" : "D" + (level - 1)))
                .collect(Collectors.joining(", "));
        Analysis deep = bench.analyze(
                sheet("{'id': 'm', 'type': 'D39'}", "image>m", "m>scores") + ", 'modules': {" + modules + "}");
        assertTrue(
                Bench.keys(deep).contains("modules/D32 analysis.module.depth"),
                Bench.keys(deep).toString());
    }

    @Test
    void aDesignsOwnModuleWinsOverTheBuiltInOne() {
        Analysis analysis = bench.analyze(sheet("{'id': 'm', 'type': 'ReLU'}", "image>m", "m>scores")
                + ", 'modules': {'ReLU': {'type': 'ReLU', 'inputs': ['in'], 'params': {}, 'nodes': [{'id': 't', 'type': 'Tanh'}],"
                + " 'edges': [{'from': 'in', 'to': 't'}], 'outputs': {'out': 't'}}}");
        assertEquals(List.of("image", "m/t", "scores"), paths(analysis.program().orElseThrow()));
    }

    @Test
    void variablesAndLetsReachExpressions() {
        Analysis analysis = bench.analyze("'variables': {'width': 1.3}, 'let': {'c': '=divisible(16 * width, 4)'}, "
                + sheet(
                        "{'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': '=c', 'kernel_size': [1, '=c - 19']}}",
                        "image>conv",
                        "conv>scores"));
        assertEquals(
                TensorShape.of(20, 6, 6),
                analysis.node("scores").orElseThrow().inputs().get(0).orElseThrow());
    }

    @Test
    void variablesOutOfTheirRangeOrChoicesAreRefusedWhileShapesStayKnown() {
        Analysis analysis = bench.analyze(
                "'variables': {'width': {'value': 9, 'min': 0.5, 'max': 2}, 'kind': {'value': 'x', 'choices': ['a', 'b']}}, "
                        + sheet("{'id': 'relu', 'type': 'ReLU'}", "image>relu", "relu>scores"));
        assertEquals(
                List.of(
                        "variables.width: Expected a value from 0.5 to 2, found 9.",
                        "variables.kind: Expected one of a, b, found x."),
                Bench.lines(analysis));
        assertTrue(analysis.node("relu").orElseThrow().outputs().get(0).isPresent());
        assertTrue(analysis.program().isEmpty());
    }

    @Test
    void aDesignsRequirementSpeaks() {
        Analysis analysis = bench.analyze(
                "'variables': {'groups': 5}, 'requires': [{'that': '=groups <= 4', 'else': {'en': 'no {groups} groups', 'zh': '没有 {groups} 组'}}], "
                        + sheet("{'id': 'relu', 'type': 'ReLU'}", "image>relu", "relu>scores"));
        assertEquals(List.of("no 5 groups"), Bench.lines(analysis));
        assertEquals("没有 5 组", analysis.diagnostics().get(0).sentence(new Texts(Locale.SIMPLIFIED_CHINESE)));
    }

    @Test
    void anInputInsideAModuleIsRefused() {
        Analysis analysis = bench.analyze(
                sheet("{'id': 'm', 'type': 'M'}", "image>m", "m>scores")
                        + ", 'modules': {'M': {'type': 'M', 'inputs': ['in'], 'params': {}, 'nodes': ["
                        + "{'id': 'i', 'type': 'Input', 'params': {'shape': [4, 6, 6]}}, {'id': 'add', 'type': 'Add'}],"
                        + " 'edges': [{'from': 'in', 'to': 'add:0'}, {'from': 'i', 'to': 'add:1'}], 'outputs': {'out': 'add'}}}");
        assertEquals(List.of("m/i analysis.module.end"), Bench.keys(analysis));
    }

    private static Map<String, TensorShape> weightNames(Program program) {
        Map<String, TensorShape> names = new LinkedHashMap<>();
        for (Step step : program.steps()) {
            step.weights().forEach(weight -> names.put(step.weightName(weight), weight.shape()));
        }
        return names;
    }
}
