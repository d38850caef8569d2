package convas.catalog;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.Catalog;
import convas.operator.Inference;
import convas.operator.Parameter;
import convas.operator.Primitive;
import convas.operator.Problem;
import convas.operator.TensorShape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One use of a primitive, as {@code src/test/python/primitives.py} described it or {@code random_primitives.py} drew it
 * and PyTorch computed or refused it. More of the latter, in a folder of their own, are tried where the system property
 * {@code convas.golden.random} names that folder.
 */
record PrimitiveCase(Primitive primitive, JsonNode described, Path folder) {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-extra");
    private static final List<Path> FOLDERS = Stream.of(
                    GOLDEN.resolve("primitives").toString(),
                    GOLDEN.resolve("primitives-random").toString(),
                    System.getProperty("convas.golden.random", ""))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<PrimitiveCase> computed() throws IOException {
        return read("cases.json");
    }

    static List<PrimitiveCase> refused() throws IOException {
        return read("refused.json");
    }

    private static List<PrimitiveCase> read(String file) throws IOException {
        Catalog catalog = BuiltinCatalog.create();
        List<PrimitiveCase> cases = new ArrayList<>();
        for (Path folder : FOLDERS) {
            for (JsonNode described : JSON.readTree(folder.resolve(file).toFile())) {
                Primitive primitive = primitive(catalog, described.get("type").asText());
                cases.add(new PrimitiveCase(primitive, described, folder));
            }
        }
        return cases;
    }

    private static Primitive primitive(Catalog catalog, String type) {
        return (Primitive) catalog.find(type).orElseThrow(() -> new AssertionError(type));
    }

    /** The arguments as the analysis would make them; what is wrong with them is added to {@code problems}. */
    Arguments arguments(List<Problem> problems) {
        Map<String, Value> given = new LinkedHashMap<>();
        described.get("params").properties().forEach(field -> given.put(field.getKey(), value(field.getValue())));
        return arguments(primitive, given, problems);
    }

    static Arguments arguments(Primitive primitive, Map<String, Value> given, List<Problem> problems) {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (Parameter<?> parameter : primitive.parameters()) {
            Value value = given.get(parameter.name());
            if (value != null) {
                parameter.read(value, problems).ifPresent(read -> typed.put(parameter.name(), read));
            } else if (parameter.fallback().isPresent()) {
                typed.put(parameter.name(), parameter.fallback().get());
            } else if (parameter.isRequired()) {
                problems.add(Problem.of(parameter.name(), "analysis.parameter.missing"));
            }
        }
        return new Arguments(typed);
    }

    private static Value value(JsonNode node) {
        if (node.isBoolean()) {
            return Value.of(node.asBoolean());
        } else if (node.isIntegralNumber()) {
            return Value.of(node.asLong());
        } else if (node.isNumber()) {
            return Value.of(node.asDouble());
        } else if (node.isArray()) {
            return new Value.Sequence(StreamSupport.stream(node.spliterator(), false)
                    .map(PrimitiveCase::value)
                    .toList());
        }
        return Value.of(node.asText());
    }

    /** Shapes that reach the primitive; none for an Input, which is where data enters. */
    List<TensorShape> inputShapes() {
        return primitive.inputs().count() == 0 ? List.of() : samples(described.get("inputs"));
    }

    List<TensorShape> outputShapes() {
        return described.has("outputs")
                ? samples(described.get("outputs"))
                : samples(JSON.createArrayNode().add(described.get("output")));
    }

    Inference infer() {
        List<Problem> problems = new ArrayList<>();
        Arguments arguments = arguments(problems);
        return problems.isEmpty() ? primitive.infer(arguments, inputShapes()) : Inference.refused(problems);
    }

    boolean isRandom() {
        return described.has("random");
    }

    long parameters() {
        return described.get("parameters").asLong();
    }

    private static List<TensorShape> samples(JsonNode shapes) {
        return StreamSupport.stream(shapes.spliterator(), false)
                .map(shape -> new TensorShape(IntStream.range(1, shape.size())
                        .mapToObj(axis -> shape.get(axis).asLong())
                        .toList()))
                .toList();
    }

    /** PyTorch's arrays by name. */
    Map<String, NDArray> arrays(NDManager manager) throws IOException {
        Map<String, NDArray> named = new LinkedHashMap<>();
        try (InputStream stream =
                Files.newInputStream(folder.resolve(described.get("name").asText() + ".npz"))) {
            for (NDArray array : NDList.decode(manager, stream)) {
                named.put(array.getName(), array);
            }
        }
        return named;
    }

    @Override
    public String toString() {
        return primitive.type() + described.get("params") + described.get("inputs");
    }
}
