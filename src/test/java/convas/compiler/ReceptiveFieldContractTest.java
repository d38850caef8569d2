package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.analysis.Analyzer;
import convas.analysis.Program;
import convas.analysis.TensorRef;
import convas.analysis.figures.ReceptiveField;
import convas.catalog.BuiltinCatalog;
import convas.engine.EngineStartup;
import convas.operator.TensorShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The receptive field that the analysis tells holds everything that an output position depends on, as is seen by changing
 * one input position after the other; and no more, where it is exact.
 */
class ReceptiveFieldContractTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-extra");

    /** Layers whose field is a range of positions that all count, where no border cuts it. */
    private static final Set<String> EXACT =
            Set.of("Conv1d", "Conv2d", "MaxPool2d", "AvgPool2d", "AdaptiveMaxPool2d", "Mean", "Softmax", "GroupNorm");

    private static final float CHANGE = 40;

    private final Analyzer analyzer = new Analyzer(BuiltinCatalog.create());
    private NDManager manager;

    static Stream<GoldenCase> primitives() throws IOException {
        List<GoldenCase> cases = new ArrayList<>();
        for (String folder : List.of("primitives", "primitives-random")) {
            for (JsonNode described : new ObjectMapper()
                    .readTree(GOLDEN.resolve(folder).resolve("cases.json").toFile())) {
                if (!Set.of("Input", "Output").contains(described.get("type").asText())) {
                    cases.add(new GoldenCase(described.get("name").asText(), described, Map.of()));
                }
            }
        }
        return cases.stream();
    }

    static Stream<GoldenCase> modules() throws IOException {
        return GoldenCase.all();
    }

    @BeforeAll
    static void startEngine() {
        EngineStartup.apply();
    }

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager();
        JniUtils.setGradMode(false);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void nothingOutsideTheFieldOfAPrimitiveChangesItsOutput(GoldenCase each) {
        long[] seen = holdsWhatIsSeen(each);
        Program program = each.program(analyzer);
        // Nothing at all is seen through a Softmax over one value, which is always 1.
        if (EXACT.contains(each.described().get("type").asText()) && !isCut(each) && seen[1] > 0) {
            ReceptiveField field = ReceptiveField.byPath(program).get("m");
            TensorShape input = program.shape(new TensorRef(0, 0));
            assertEquals(Math.min(field.size().width(), input.width()), seen[1], each + " along the width");
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void nothingOutsideTheFieldOfAModuleChangesItsOutput(GoldenCase each) {
        holdsWhatIsSeen(each);
    }

    /** Padding, and outputs that are larger than the input, make fields of which a part lies outside. */
    private static boolean isCut(GoldenCase each) {
        JsonNode params = each.described().get("params");
        return params.has("padding")
                || params.has("ceil_mode")
                || params.has("output_size")
                || each.described().get("inputs").get(0).size() < 3;
    }

    private long[] holdsWhatIsSeen(GoldenCase each) {
        Program program = each.program(analyzer);
        ReceptiveField field = ReceptiveField.byPath(program).get("m");
        long[] seen = seen(program);
        TensorShape input = program.shape(new TensorRef(program.inputs().get(0), 0));
        long height = input.rank() < 3 ? 1 : input.height();
        assertTrue(
                field.whole()
                        || seen[0] <= field.size().height()
                                && seen[1] <= field.size().width(),
                each + ": said " + field + " of " + height + " × " + input.width() + ", seen " + seen[0] + " × "
                        + seen[1]);
        return seen;
    }

    /** The greatest height and width of what one output position was seen to depend on. */
    private long[] seen(Program program) {
        GraphBlock block = new Compiler().compile(program);
        block.initialize(manager, 1);
        List<float[]> inputs = new ArrayList<>();
        Shape[] shapes = block.inputShapes(1);
        try (NDManager scope = manager.newSubManager()) {
            for (Shape shape : shapes) {
                inputs.add(scope.randomNormal(0f, 1f, shape, DataType.FLOAT32).toFloatArray());
            }
        }
        float[][] before = outputs(block, inputs, shapes);
        Map<String, long[]> ranges = new HashMap<>();
        for (int input = 0; input < shapes.length; input++) {
            long[] sizes = maps(program.shape(new TensorRef(program.inputs().get(input), 0)));
            for (long row = 0; row < sizes[1]; row++) {
                for (long column = 0; column < sizes[2]; column++) {
                    for (float change : new float[] {CHANGE, -CHANGE}) {
                        List<float[]> changed = new ArrayList<>(inputs);
                        changed.set(input, changed(inputs.get(input), sizes, row, column, change));
                        note(program, before, outputs(block, changed, shapes), row, column, ranges);
                    }
                }
            }
        }
        long height = 0;
        long width = 0;
        for (long[] range : ranges.values()) {
            height = Math.max(height, range[1] - range[0] + 1);
            width = Math.max(width, range[3] - range[2] + 1);
        }
        return new long[] {height, width};
    }

    private static void note(
            Program program, float[][] before, float[][] after, long row, long column, Map<String, long[]> ranges) {
        for (int output = 0; output < before.length; output++) {
            int step = program.outputs().get(output);
            long[] sizes = maps(program.shape(program.steps().get(step).inputs().get(0)));
            for (int index = 0; index < before[output].length; index++) {
                if (before[output][index] != after[output][index]) {
                    String place = output + ":" + index % (sizes[1] * sizes[2]);
                    ranges.merge(place, new long[] {row, row, column, column}, (one, other) -> new long[] {
                        Math.min(one[0], other[0]), Math.max(one[1], other[1]),
                        Math.min(one[2], other[2]), Math.max(one[3], other[3])
                    });
                }
            }
        }
    }

    private float[][] outputs(GraphBlock block, List<float[]> inputs, Shape[] shapes) {
        try (NDManager scope = manager.newSubManager()) {
            NDList given = new NDList();
            for (int index = 0; index < shapes.length; index++) {
                given.add(scope.create(inputs.get(index), shapes[index]));
            }
            List<float[]> results = new ArrayList<>();
            for (NDArray result : block.infer(given)) {
                results.add(result.reshape(new Shape(-1)).toFloatArray());
            }
            return results.toArray(float[][]::new);
        }
    }

    private static float[] changed(float[] values, long[] sizes, long row, long column, float change) {
        float[] changed = values.clone();
        for (long channel = 0; channel < sizes[0]; channel++) {
            // Another amount for each channel, lest a sum over them stays the same.
            changed[(int) ((channel * sizes[1] + row) * sizes[2] + column)] += change * (1 + 0.37f * channel);
        }
        return changed;
    }

    /** Channels, height and width, as the positions of a receptive field count them. */
    private static long[] maps(TensorShape shape) {
        long height = shape.rank() < 3 ? 1 : shape.height();
        long width = shape.rank() < 2 ? 1 : shape.width();
        return new long[] {shape.elements() / height / width, height, width};
    }
}
