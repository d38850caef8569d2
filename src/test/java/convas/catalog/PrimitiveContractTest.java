package convas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import convas.operator.Arguments;
import convas.operator.Inference;
import convas.operator.Primitive;
import convas.operator.Weight;
import convas.operator.Work;
import convas.operator.djl.Kernel;
import convas.operator.djl.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every primitive keeps: shapes, weights, values and gradients are PyTorch's, and nothing is left behind. */
class PrimitiveContractTest {
    private static final double OUTPUT_TOLERANCE = 1e-5;
    private static final double GRADIENT_TOLERANCE = 1e-4;

    private NDManager manager;

    static Stream<PrimitiveCase> computed() throws IOException {
        return PrimitiveCase.computed().stream();
    }

    static Stream<PrimitiveCase> exact() throws IOException {
        return computed().filter(each -> !each.isRandom());
    }

    static Stream<PrimitiveCase> refused() throws IOException {
        return PrimitiveCase.refused().stream();
    }

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
        JniUtils.setGradMode(false);
    }

    @AfterEach
    void close() {
        JniUtils.setGradMode(false);
        manager.close();
    }

    @Test
    void everyPrimitiveHasAtLeastThreeExamples() {
        Map<String, Long> examples = new TreeMap<>();
        BuiltinCatalog.create().all().stream()
                .filter(Primitive.class::isInstance)
                .forEach(primitive -> examples.put(primitive.type(), 0L));
        assertTrue(examples.size() >= 44, "primitives: " + examples.keySet());
        try (Stream<PrimitiveCase> cases = computed()) {
            cases.forEach(each -> examples.merge(each.primitive().type(), 1L, Long::sum));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        examples.values().removeIf(count -> count >= 3);
        assertEquals(Map.of(), examples);
    }

    @ParameterizedTest
    @MethodSource("computed")
    void shapesAreThoseOfPyTorch(PrimitiveCase each) {
        assertEquals(new Inference(each.outputShapes(), List.of()), each.infer());
    }

    @ParameterizedTest
    @MethodSource("computed")
    void weightsAreThoseOfPyTorchByNameShapeAndCount(PrimitiveCase each) throws IOException {
        List<Weight> weights = weights(each);
        Map<String, List<Long>> shapes = new TreeMap<>();
        weights.forEach(weight -> shapes.put(weight.name(), weight.shape().sizes()));
        Map<String, List<Long>> expected = new TreeMap<>();
        under("weight.", each.arrays(manager))
                .forEach((name, array) ->
                        expected.put(name, shapeOf(array.getShape().getShape())));

        assertEquals(expected, shapes);
        assertEquals(
                each.parameters(),
                weights.stream()
                        .filter(Weight::trained)
                        .mapToLong(weight -> weight.shape().elements())
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("computed")
    void inferenceGivesTheValuesOfPyTorchAndLeavesNothingBehind(PrimitiveCase each) throws IOException {
        Map<String, NDArray> arrays = each.arrays(manager);
        NDList weights = weightArrays(each, arrays);
        try (NDManager scope = manager.newSubManager()) {
            NDList inputs = inputArrays(each, arrays, scope);

            NDList outputs = kernel(each).run(inputs, weights, Mode.INFERENCE);

            outputs.forEach(output -> assertEquals(scope, output.getManager()));
            assertManages(scope, inputs, outputs);
            assertClose("output.eval", arrays, outputs, OUTPUT_TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("computed")
    void aBatchWithChannelsLastGivesTheSameValues(PrimitiveCase each) throws IOException {
        Map<String, NDArray> arrays = each.arrays(manager);
        NDList inputs = new NDList();
        for (NDArray input : inputArrays(each, arrays, manager)) {
            boolean image = input.getShape().dimension() == 4;
            // A copy that lies in memory as [N, H, W, C] and is looked at as [N, C, H, W].
            inputs.add(image ? input.transpose(0, 2, 3, 1).add(0f).transpose(0, 3, 1, 2) : input);
        }

        NDList outputs = kernel(each).run(inputs, weightArrays(each, arrays), Mode.INFERENCE);

        assertClose("output.eval", arrays, outputs, OUTPUT_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("exact")
    void aTrainingStepGivesTheValuesGradientsAndStatisticsOfPyTorch(PrimitiveCase each) throws IOException {
        Map<String, NDArray> arrays = each.arrays(manager);
        NDList weights = weightArrays(each, arrays);
        List<Weight> declared = weights(each);
        NDList inputs = inputArrays(each, arrays, manager);
        inputs.forEach(input -> input.setRequiresGradient(true));
        for (int index = 0; index < declared.size(); index++) {
            weights.get(index).setRequiresGradient(declared.get(index).trained());
        }

        JniUtils.setGradMode(true);
        NDList outputs = kernel(each).run(inputs, weights, Mode.training(1));
        for (int port = 0; port < outputs.size(); port++) {
            NDArray cotangent = arrays.get(numbered("cotangent", port, outputs.size()));
            JniUtils.backward((PtNDArray) outputs.get(port), (PtNDArray) cotangent, true, false);
        }
        JniUtils.setGradMode(false);

        assertClose("output.train", arrays, outputs, OUTPUT_TOLERANCE);
        for (int port = 0; port < inputs.size(); port++) {
            String name = "grad.input." + port;
            assertClose(name, arrays.get(name), inputs.get(port).getGradient(), GRADIENT_TOLERANCE);
        }
        for (int index = 0; index < declared.size(); index++) {
            String name = declared.get(index).name();
            if (declared.get(index).trained()) {
                assertClose(name, arrays.get("grad." + name), weights.get(index).getGradient(), GRADIENT_TOLERANCE);
            } else {
                assertClose(name, arrays.get("after." + name), weights.get(index), OUTPUT_TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("computed")
    void aTrainingStepLeavesNoTensorsOfItsOwnBehind(PrimitiveCase each) throws IOException {
        Map<String, NDArray> arrays = each.arrays(manager);
        NDList weights = weightArrays(each, arrays);
        try (NDManager scope = manager.newSubManager()) {
            NDList inputs = inputArrays(each, arrays, scope);
            int before = elsewhere(scope);
            JniUtils.setGradMode(true);

            NDList outputs = kernel(each).run(inputs, weights, Mode.training(1));

            assertManages(scope, inputs, outputs);
            assertEquals(before, elsewhere(scope), "arrays left in the weights' manager");
        }
    }

    @ParameterizedTest
    @MethodSource("computed")
    void aDesignThatUsesItSurvivesSavingAndLoading(PrimitiveCase each) {
        ObjectNode design = JsonNodeFactory.instance
                .objectNode()
                .put("format", "convas-design")
                .put("version", 1)
                .put("name", "one");
        design.putArray("nodes")
                .addObject()
                .put("id", "m")
                .put("type", each.primitive().type())
                .set("params", each.described().get("params"));
        design.putArray("edges");
        DesignFormat format = new DesignFormat();
        Reading<Design> read = format.read(design.toString().getBytes(StandardCharsets.UTF_8));

        Reading<Design> again = format.read(format.write(read.value().orElseThrow()));

        assertEquals(List.of(), read.problems());
        assertEquals(read, again);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatPyTorchRefusesIsAProblemAndNoException(PrimitiveCase each) {
        assertTrue(each.infer().isRefused(), each.toString());
    }

    @ParameterizedTest
    @MethodSource("computed")
    void tooFewInputsAreAProblemAndNoException(PrimitiveCase each) {
        if (each.primitive().inputs().count() > 0) {
            Inference inference = each.primitive().infer(each.arguments(new ArrayList<>()), List.of());

            assertEquals("primitive.inputs", inference.problems().get(0).key().replaceAll("\\.(count|atLeast)$", ""));
        }
    }

    @ParameterizedTest
    @MethodSource("computed")
    void workIsNotNegative(PrimitiveCase each) {
        Work work = each.primitive().work(each.arguments(new ArrayList<>()), each.inputShapes(), each.outputShapes());

        assertTrue(work.macs() >= 0 && work.operations() >= 0, work::toString);
    }

    /** Arrays of the outer manager alone; it tells those of inner ones too. */
    private int elsewhere(NDManager scope) {
        return manager.getManagedArrays().size() - scope.getManagedArrays().size();
    }

    private static List<Weight> weights(PrimitiveCase each) {
        return each.primitive().weights(each.arguments(new ArrayList<>()), each.inputShapes());
    }

    private static Kernel kernel(PrimitiveCase each) {
        Arguments arguments = each.arguments(new ArrayList<>());
        return each.primitive().lowering().lower(arguments, each.inputShapes(), each.outputShapes());
    }

    private static NDList weightArrays(PrimitiveCase each, Map<String, NDArray> arrays) {
        NDList list = new NDList();
        weights(each).forEach(weight -> list.add(arrays.get("weight." + weight.name())));
        return list;
    }

    private static NDList inputArrays(PrimitiveCase each, Map<String, NDArray> arrays, NDManager scope) {
        NDList list = new NDList();
        under("input.", arrays).values().forEach(input -> {
            input.attach(scope);
            list.add(input);
        });
        assertEquals(each.described().get("inputs").size(), list.size());
        return list;
    }

    private static Map<String, NDArray> under(String prefix, Map<String, NDArray> arrays) {
        return arrays.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        (first, second) -> first,
                        TreeMap::new));
    }

    private static List<Long> shapeOf(long[] sizes) {
        return Arrays.stream(sizes).boxed().toList();
    }

    private static String numbered(String prefix, int port, int ports) {
        return ports == 1 ? prefix : prefix + "." + port;
    }

    private static void assertManages(NDManager scope, NDList inputs, NDList outputs) {
        TreeSet<String> expected = new TreeSet<>();
        Stream.concat(inputs.stream(), outputs.stream()).forEach(array -> expected.add(array.getUid()));
        TreeSet<String> found = new TreeSet<>();
        scope.getManagedArrays().forEach(array -> found.add(array.getUid()));
        assertEquals(expected.size(), found.size(), "arrays left in the inputs' manager");
    }

    private static void assertClose(String name, Map<String, NDArray> arrays, NDList found, double tolerance) {
        for (int port = 0; port < found.size(); port++) {
            String full = numbered(name, port, found.size());
            assertClose(full, arrays.get(full), found.get(port), tolerance);
        }
    }

    private static void assertClose(String name, NDArray expected, NDArray found, double tolerance) {
        assertNotNull(expected, name);
        assertEquals(expected.getShape(), found.getShape(), name);
        // Laid out anew, since what lies in memory in another order is read in that order otherwise.
        float[] wanted = expected.reshape(new Shape(-1)).toFloatArray();
        float[] values = found.reshape(new Shape(-1)).toFloatArray();
        for (int index = 0; index < wanted.length; index++) {
            double limit = tolerance * (1 + Math.abs(wanted[index]));
            // Written so that a NaN fails too.
            assertTrue(
                    Math.abs(wanted[index] - values[index]) <= limit,
                    name + "[" + index + "]: expected " + wanted[index] + ", found " + values[index]);
        }
    }
}
