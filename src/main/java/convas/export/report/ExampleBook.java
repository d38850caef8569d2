package convas.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.analysis.NodeReport;
import convas.analysis.Step;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.operator.Catalog;
import convas.operator.NodeType;
import convas.operator.TensorShape;
import convas.operator.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The uses that the reference pages show, from the resource {@code examples.json}: for each node type what the use is
 * for, its inputs' shapes and its parameters. Shapes and costs are never written there; they come from the analysis.
 */
final class ExampleBook {
    private static final String RESOURCE = "examples.json";
    /** The id of the node in question. */
    private static final String NODE = "node";

    private final JsonNode described;
    private final Analyzer analyzer;

    ExampleBook(Catalog catalog) {
        try (InputStream in = ExampleBook.class.getResourceAsStream(RESOURCE)) {
            this.described = new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
        this.analyzer = new Analyzer(catalog);
    }

    /** The uses of a type, in the resource's order. Throws where there is none, or one has an error: then the book is wrong. */
    List<WorkedExample> of(NodeType type) {
        List<WorkedExample> examples = new ArrayList<>();
        described.path(type.type()).forEach(each -> examples.add(example(type, each)));
        if (examples.isEmpty()) {
            throw new IllegalStateException(RESOURCE + " has no use of " + type.type());
        }
        return examples;
    }

    private WorkedExample example(NodeType type, JsonNode each) {
        Map<String, Value> params = new LinkedHashMap<>();
        each.get("params").properties().forEach(field -> params.put(field.getKey(), value(field.getValue())));
        Analysis analysis = analyzer.analyze(design(type, params, each.get("inputs")));
        NodeReport report = analysis.node(NODE).orElseThrow();
        if (analysis.program().isEmpty()) {
            throw new IllegalStateException(RESOURCE + ", " + type.type() + ": " + analysis.diagnostics());
        }
        Map<String, String> shown = new LinkedHashMap<>();
        params.forEach((name, value) -> shown.put(name, value.display()));
        return new WorkedExample(
                each.get("for").asText(),
                shown,
                known(report.inputs()),
                known(report.outputs()),
                report.cost().orElseThrow(),
                weights(analysis));
    }

    /** The node between as many inputs as the example has and, where it has a port for one, an output. */
    private static Design design(NodeType type, Map<String, Value> params, JsonNode inputs) {
        List<Node> nodes = new ArrayList<>(List.of(new Node(NODE, type.type(), params)));
        List<Edge> edges = new ArrayList<>();
        for (int port = 0; port < inputs.size(); port++) {
            String id = "in" + port;
            nodes.add(new Node(id, "Input", Map.of("shape", value(inputs.get(port)))));
            edges.add(Edge.of(id, NODE + ":" + port));
        }
        if (!type.type().equals("Output")) {
            nodes.add(new Node("out", "Output", Map.of()));
            edges.add(Edge.of(NODE, "out"));
        }
        return Design.empty(type.type()).withSheet(Sheet.EMPTY.withGraph(new Graph(nodes, edges)));
    }

    private static Value value(JsonNode json) {
        if (json.isArray()) {
            List<Value> values = new ArrayList<>();
            json.forEach(element -> values.add(value(element)));
            return new Value.Sequence(values);
        } else if (json.isIntegralNumber()) {
            return Value.of(json.longValue());
        } else if (json.isNumber()) {
            return Value.of(json.doubleValue());
        }
        return json.isBoolean() ? Value.of(json.booleanValue()) : Value.of(json.textValue());
    }

    private static List<TensorShape> known(List<Optional<TensorShape>> shapes) {
        return shapes.stream().map(Optional::orElseThrow).toList();
    }

    private static Map<String, Weight> weights(Analysis analysis) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (Step step : analysis.program().orElseThrow().steps()) {
            for (Weight weight : step.weights()) {
                weights.put(step.weightName(weight).substring(NODE.length() + 1), weight);
            }
        }
        return weights;
    }
}
