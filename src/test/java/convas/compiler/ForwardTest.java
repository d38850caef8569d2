package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDList;
import convas.analysis.Program;
import convas.analysis.TensorRef;
import convas.engine.EngineStartup;
import convas.graph.Diagnostic;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.djl.Kernel;
import convas.tensor.FloatTensor;
import convas.tensor.TensorFile;
import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void startEngine() {
        EngineStartup.apply();
    }

    /** Two inputs of two features; {@code scaled = left * weight}, {@code sum = scaled + right}. */
    private static Program program() {
        Kernel scale = (inputs, weights, mode) -> new NDList(inputs.head().mul(weights.head()));
        Kernel plus = (inputs, weights, mode) -> new NDList(inputs.get(0).add(inputs.get(1)));
        ProgramBuilder program = new ProgramBuilder();
        TensorRef left = program.input("left", 2);
        TensorRef right = program.input("right", 2);
        List<Weight> weights = List.of(
                Weight.ones("weight", TensorShape.of(2), true), Weight.zeros("running_mean", TensorShape.of(2), false));
        TensorRef scaled = program.step("stage/scale", "stage/scale", scale, weights, left);
        program.output("scaled", scaled);
        program.output("sum", program.step("stage/plus", plus, scaled, right));
        return program.build();
    }

    private Path file(String name, Object... namesAndTensors) throws IOException {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        for (int index = 0; index < namesAndTensors.length; index += 2) {
            tensors.put((String) namesAndTensors[index], (FloatTensor) namesAndTensors[index + 1]);
        }
        Path file = folder.resolve(name);
        TensorFile.of(tensors).save(file);
        return file;
    }

    private static FloatTensor tensor(TensorShape shape, float... values) {
        return new FloatTensor(shape, values);
    }

    private Path goodWeights() throws IOException {
        return file(
                "weights.safetensors",
                "stage.scale.weight",
                tensor(TensorShape.of(2), 10, 100),
                "stage.scale.running_mean",
                tensor(TensorShape.of(2), 0, 0));
    }

    private List<String> lines(List<Diagnostic> problems) {
        return problems.stream()
                .map(problem -> problem.line(new Texts(Locale.ENGLISH)))
                .toList();
    }

    @Test
    void everyOutputIsWrittenUnderItsNodesId() throws IOException {
        Path input = file(
                "in.npz",
                "right",
                tensor(TensorShape.of(3, 2), 1, 1, 1, 1, 1, 1),
                "left",
                tensor(TensorShape.of(3, 2), 1, 2, 3, 4, 5, 6));
        Path output = folder.resolve("out.npz");

        assertEquals(List.of(), new Forward(new Compiler()).run(program(), goodWeights(), input, output));

        TensorFile results = TensorFile.read(output).value().orElseThrow();
        assertEquals(List.of("scaled", "sum"), List.copyOf(results.tensors().keySet()));
        assertArrayEquals(
                new float[] {11, 201, 31, 401, 51, 601},
                results.tensors().get("sum").values());
        assertEquals(TensorShape.of(3, 2), results.tensors().get("sum").shape());
    }

    @Test
    void moreSamplesThanAreComputedAtATimeComeOutInOrder() throws IOException {
        int samples = 150;
        float[] left = new float[2 * samples];
        float[] expected = new float[2 * samples];
        for (int index = 0; index < left.length; index++) {
            left[index] = index;
            expected[index] = index * (index % 2 == 0 ? 10 : 100);
        }
        TensorShape shape = TensorShape.of(samples, 2);
        Path input = file("in.npz", "left", tensor(shape, left), "right", tensor(shape, new float[2 * samples]));
        Path output = folder.resolve("out.npz");

        new Forward(new Compiler()).run(program(), goodWeights(), input, output);

        assertArrayEquals(
                expected,
                TensorFile.read(output)
                        .value()
                        .orElseThrow()
                        .tensors()
                        .get("sum")
                        .values());
    }

    @Test
    void everythingThatIsWrongWithBothFilesIsSaidAtOnce() throws IOException {
        Path weights = file(
                "weights.npz",
                "stage.scale.weight",
                tensor(TensorShape.of(1, 2), 1, 2),
                "stem.weight",
                tensor(TensorShape.of(1), 1));
        Path input =
                file("in.npz", "left", tensor(TensorShape.of(1, 3), 1, 2, 3), "middle", tensor(TensorShape.of(1), 1));
        Path output = folder.resolve("out.npz");

        List<Diagnostic> problems = new Forward(new Compiler()).run(program(), weights, input, output);

        assertEquals(
                List.of(
                        "left: Expected an array of shape batch × 2, found 1 × 3 in the input file.",
                        "right: The input file has no array of this name; expected one of shape batch × 2.",
                        "middle: The input file has an array of this name, but no Input node is called so; "
                                + "expected left, right.",
                        "stage.scale.weight: Expected a tensor of shape 2, found 1 × 2 in the weights file.",
                        "stage.scale.running_mean: The weights file has no such tensor; expected one of shape 2.",
                        "stem.weight: The design has no parameter of this name; the weights file has a tensor of shape 1."),
                lines(problems));
        assertFalse(Files.exists(output));
    }

    @Test
    void batchesThatDifferOrAreEmptyAreRefused() throws IOException {
        Path differ = file(
                "differ.npz",
                "left",
                tensor(TensorShape.of(1, 2), 1, 2),
                "right",
                tensor(TensorShape.of(2, 2), 1, 2, 3, 4));
        Path empty = file("empty.npz", "left", tensor(TensorShape.of(0, 2)), "right", tensor(TensorShape.of(0, 2)));
        Forward forward = new Forward(new Compiler());
        Path output = folder.resolve("out.npz");

        assertEquals(
                List.of("All inputs must hold equally many samples, found [1, 2]."),
                lines(forward.run(program(), goodWeights(), differ, output)));
        assertEquals(
                List.of("left: The array holds no samples.", "right: The array holds no samples."),
                lines(forward.run(program(), goodWeights(), empty, output)));
    }

    @Test
    void filesThatAreNotThereAreNamed() throws IOException {
        List<Diagnostic> problems = new Forward(new Compiler())
                .run(program(), folder.resolve("w.npz"), folder.resolve("x.npz"), folder.resolve("y.npz"));

        assertEquals(
                List.of(
                        folder.resolve("w.npz") + ": There is no such file.",
                        folder.resolve("x.npz") + ": There is no such file."),
                lines(problems));
    }
}
