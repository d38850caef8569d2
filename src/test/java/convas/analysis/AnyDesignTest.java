package convas.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Value;
import convas.graph.Variable;
import convas.operator.Catalog;
import convas.operator.NodeType;
import convas.operator.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a design holds, the analysis gives an answer that agrees with itself and never an exception. */
class AnyDesignTest {
    private static final int DESIGNS = 600;

    private final Catalog catalog = BuiltinCatalog.create();
    private final List<NodeType> types = List.copyOf(catalog.all());
    private final Analyzer analyzer = new Analyzer(catalog);
    private final Random random = new Random(20261122);

    private static final List<Value> VALUES = List.of(
            Value.of(1),
            Value.of(2),
            Value.of(3),
            Value.of(8),
            Value.of(0),
            Value.of(-1),
            Value.of(0.5),
            Value.of(true),
            Value.of("none"),
            Value.of("=width * 4"),
            Value.of("=1 / 0"),
            Value.of("=nothing"),
            Value.of(Value.of(3), Value.of(1)),
            Value.of(Long.MAX_VALUE),
            new Value.Nothing(),
            new Value.Mapping(Map.of("a", Value.of(1))));

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A node that is likely to be right, so that whole programs are looked at too. */
    private Node mild(int number) {
        Node node = any(List.of(
                new Node("n" + number, "ReLU", Map.of()),
                new Node("n" + number, "BatchNorm2d", Map.of()),
                new Node(
                        "n" + number,
                        "Conv2d",
                        Map.of("out_channels", Value.of("=width * 4"), "kernel_size", Value.of(1))),
                new Node("n" + number, "GhostModule", Map.of("out_channels", Value.of(5 + random.nextInt(9)))),
                new Node("n" + number, "CBAM", Map.of("reduction", Value.of(2)))));
        return switch (random.nextInt(6)) {
            case 0 -> node.withRepeat(Optional.of(Value.of(random.nextInt(4))));
            case 1 -> node.withWhen(Optional.of(Value.of(random.nextBoolean())));
            case 2 -> node.withMuted(true);
            default -> node;
        };
    }

    private Node node(int number, int count) {
        NodeType type = any(types);
        Map<String, Value> params = new HashMap<>();
        for (Parameter<?> parameter : type.parameters()) {
            if (parameter.isRequired() || random.nextInt(4) == 0) {
                params.put(parameter.name(), random.nextInt(8) == 0 ? any(VALUES) : Value.of(1 + random.nextInt(4)));
            }
        }
        Node node = new Node("n" + number, type.type(), params);
        return switch (random.nextInt(12)) {
            case 0 -> node.withRepeat(Optional.of(any(VALUES)));
            case 1 -> node.withWhen(Optional.of(any(VALUES)));
            case 2 -> node.withShares(Optional.of("n" + random.nextInt(count)));
            case 3 -> node.withWhen(Optional.of(Value.of(false)));
            case 4 -> node.withType("NoSuchType");
            case 5 -> node.withId("n" + random.nextInt(count));
            default -> node;
        };
    }

    private Design design() {
        int count = 2 + random.nextInt(10);
        boolean mild = random.nextBoolean();
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(new Node("image", "Input", Map.of("shape", Value.of(Value.of(8), Value.of(8), Value.of(8)))));
        for (int number = 0; number < count; number++) {
            nodes.add(mild ? mild(number) : node(number, count));
            String before = number == 0 ? "image" : "n" + (number - 1);
            edges.add(Edge.of(before, "n" + number));
        }
        for (int more = mild ? 0 : random.nextInt(6); more > 0; more--) {
            edges.add(new Edge(
                    new Endpoint("n" + random.nextInt(count + 1), random.nextInt(3) / 2),
                    new Endpoint("n" + random.nextInt(count + 1), random.nextInt(3))));
        }
        nodes.add(new Node("scores", "Output", Map.of()));
        edges.add(Edge.of("n" + (count - 1), "scores"));
        Design empty = Design.empty("any");
        return empty.withVariables(Map.of("width", Variable.of(Value.of(2))))
                .withSheet(empty.sheet().withGraph(new Graph(nodes, edges)));
    }

    @Test
    void randomDesignsAreAnsweredWithoutAnException() {
        int whole = 0;
        for (int number = 0; number < DESIGNS; number++) {
            Design design = design();
            Analysis analysis = analyzer.analyze(design);
            assertEquals(
                    analysis.hasErrors(),
                    analysis.program().isEmpty(),
                    () -> Bench.lines(analysis).toString());
            assertTrue(analysis.hasErrors() || analysis.total().isPresent());
            if (analysis.program().isPresent()) {
                whole++;
                Programs.check(analysis.program().get());
                assertEquals(
                        Programs.sum(analysis.program().get()), analysis.total().orElseThrow());
            }
            assertEquals(
                    analysis.diagnostics(),
                    new Analyzer(catalog).analyze(design).diagnostics());
        }
        assertTrue(whole > DESIGNS / 4, "only " + whole + " designs were right: the others prove less");
    }

    /** What is remembered from one analysis must never change the next. */
    @Test
    void anAnalysisDoesNotDependOnWhatWasAnalysedBefore() {
        Bench bench = new Bench();
        Design ghost = bench.preset("ghostnet", Map.of());
        Analysis first = analyzer.analyze(ghost);
        analyzer.analyze(bench.preset("ghostnet", Map.of("width", Value.of(0.5))));
        assertEquals(first, analyzer.analyze(ghost));
    }
}
