package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.analysis.Analyzer;
import convas.analysis.Program;
import convas.catalog.BuiltinCatalog;
import convas.engine.EngineStartup;
import convas.operator.Cost;
import convas.tensor.FloatTensor;
import convas.tensor.TensorFile;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden case gives PyTorch's numbers: outputs, gradients, running statistics, parameter counts. */
class GoldenTest {
    private static final ReferenceQueue<ByteBuffer> FREED = new ReferenceQueue<>();
    private static final double OUTPUT_TOLERANCE = 1e-5;
    private static final double GRADIENT_TOLERANCE = 1e-4;

    private final Analyzer analyzer = new Analyzer(BuiltinCatalog.create());
    private NDManager manager;

    @TempDir
    private Path folder;

    static Stream<GoldenCase> cases() throws IOException {
        return GoldenCase.all();
    }

    @BeforeAll
    static void startEngine() {
        EngineStartup.apply();
    }

    @BeforeEach
    void openManager() {
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void closeManager() {
        JniUtils.setGradMode(false);
        manager.close();
    }

    @Test
    void noneOfThe26CasesIsLeftOut() throws IOException {
        assertTrue(GoldenCase.all().count() >= 26);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inferenceFromFilesGivesTheSameOutput(GoldenCase golden) throws IOException {
        Path weights = folder.resolve("weights.npz");
        Path input = folder.resolve("input.npz");
        Path output = folder.resolve("output.npz");
        golden.weights().save(weights);
        golden.inputs().save(input);

        assertEquals(List.of(), new Forward(new Compiler()).run(golden.program(analyzer), weights, input, output));

        FloatTensor found =
                TensorFile.read(output).value().orElseThrow().tensors().get("out");
        assertClose("output.eval", golden.arrays().get("output.eval"), found, OUTPUT_TOLERANCE, 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTrainingStepGivesTheSameOutputGradientsAndRunningStatistics(GoldenCase golden) {
        Program program = golden.program(analyzer);
        GraphBlock block = new Compiler().compile(program);
        block.initialize(manager, 0);
        assertEquals(List.of(), Weights.load(block, golden.weights()));
        NDList inputs = new NDList();
        JniUtils.setGradMode(true);
        golden.inputs().tensors().values().forEach(tensor -> {
            NDArray input = tensor(tensor);
            input.setRequiresGradient(true);
            inputs.add(input);
        });

        NDArray out = block.run(inputs, true).head();
        NDArray cotangent = tensor(golden.arrays().get("cotangent"));
        forgetWhatJavaFrees();
        JniUtils.backward((PtNDArray) out, (PtNDArray) cotangent, false, false);

        FloatTensor expected = golden.arrays().get("output.train");
        assertClose("output.train", expected, Weights.copy(out), OUTPUT_TOLERANCE, 0);
        Map<String, FloatTensor> gradients = golden.under("grad.");
        for (int port = 0; port < inputs.size(); port++) {
            String name = "input." + port;
            NDArray gradient = inputs.get(port).getGradient();
            assertClose(name, gradients.remove(name), Weights.copy(gradient), GRADIENT_TOLERANCE, GRADIENT_TOLERANCE);
        }
        gradients.forEach((path, gradient) -> {
            NDArray found = block.parameter("m." + path).getArray().getGradient();
            assertClose(path, gradient, Weights.copy(found), GRADIENT_TOLERANCE, GRADIENT_TOLERANCE);
        });
        golden.under("after.").forEach((path, statistics) -> {
            NDArray found = block.parameter("m." + path).getArray();
            assertClose(path, statistics, Weights.copy(found), OUTPUT_TOLERANCE, 0);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTrainedWeightHasAGradientAndTheParametersAreCountedAlike(GoldenCase golden) {
        Program program = golden.program(analyzer);
        TreeSet<String> trained = new TreeSet<>();
        Weights.of(program).forEach((name, weight) -> {
            if (weight.trained()) {
                trained.add(name);
            }
        });
        TreeSet<String> expected = new TreeSet<>();
        golden.under("grad.").keySet().stream()
                .filter(path -> !path.startsWith("input."))
                .forEach(path -> expected.add("m." + path));

        assertEquals(expected, trained);
        long counted = golden.analyse(analyzer).total().map(Cost::params).orElseThrow();
        assertEquals(golden.described().get("parameters").asLong(), counted);
    }

    /**
     * What the forward pass kept for the gradients must not lie in memory that Java's collector frees, as that of numbers
     * and arrays handed to the engine does: freed memory is written to at once, here by much the same memory of our own.
     */
    private static void forgetWhatJavaFrees() {
        PhantomReference<ByteBuffer> gone = new PhantomReference<>(ByteBuffer.allocateDirect(8), FREED);
        System.gc();
        try {
            assertNotNull(FREED.remove(10_000), "Java's collector did not run");
            for (int wait = 0; wait < 20; wait++) {
                // Buffers are freed by a thread that the collector wakes.
                TimeUnit.MILLISECONDS.sleep(1);
                List<ByteBuffer> buffers = new ArrayList<>();
                for (int size = 4; size <= 64; size += 4) {
                    ByteBuffer buffer = ByteBuffer.allocateDirect(size);
                    while (buffer.hasRemaining()) {
                        buffer.put((byte) 0xff);
                    }
                    buffers.add(buffer);
                }
                Reference.reachabilityFence(buffers);
            }
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        Reference.reachabilityFence(gone);
    }

    private NDArray tensor(FloatTensor tensor) {
        long[] sizes =
                tensor.shape().sizes().stream().mapToLong(Long::longValue).toArray();
        return manager.create(tensor.values(), new Shape(sizes));
    }

    private static void assertClose(
            String what, FloatTensor expected, FloatTensor found, double absolute, double relative) {
        assertEquals(expected.shape(), found.shape(), what);
        for (int index = 0; index < expected.values().length; index++) {
            double wanted = expected.values()[index];
            double difference = Math.abs(wanted - found.values()[index]);
            // Written so that a NaN fails too.
            if (!(difference <= absolute + relative * Math.abs(wanted))) {
                throw new AssertionError(
                        what + "[" + index + "]: expected " + wanted + ", found " + found.values()[index]);
            }
        }
    }
}
