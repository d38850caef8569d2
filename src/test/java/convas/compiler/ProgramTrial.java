package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.engine.EngineStartup;
import convas.tensor.FloatTensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every program must do when it runs, whatever it is made of: one inference and one training step. */
public final class ProgramTrial {
    private static final long SEED = 7;

    private ProgramTrial() {}

    /**
     * Runs a program on random input and checks that every step makes the shapes that were inferred, that inference
     * changes no weight and repeats itself, and that a finite gradient reaches every trained weight and every input.
     */
    public static void run(Program program, int batch) {
        EngineStartup.apply();
        GraphBlock block = new Compiler().compile(program);
        try (NDManager manager = NDManager.newBaseManager()) {
            JniUtils.setSeed(SEED);
            block.initialize(manager, SEED);
            block.setObserver(shapesAsInferred());
            NDList inputs = new NDList();
            for (Shape shape : block.inputShapes(batch)) {
                inputs.add(manager.randomNormal(0, 1, shape, DataType.FLOAT32));
            }
            infersAlike(block, inputs);
            learns(block, inputs, manager);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private static StepObserver shapesAsInferred() {
        return new StepObserver() {
            @Override
            public void before(int index, Step step) {
                // Only what comes out is of interest.
            }

            @Override
            public void after(int index, Step step, NDList outputs) {
                assertEquals(step.outputShapes().size(), outputs.size(), step.path());
                for (int port = 0; port < outputs.size(); port++) {
                    Shape made = outputs.get(port).getShape();
                    long[] inferred = step.outputShapes().get(port).sizes().stream()
                            .mapToLong(Long::longValue)
                            .toArray();
                    assertEquals(new Shape(inferred), made.slice(1), step.path());
                }
            }
        };
    }

    private static void infersAlike(GraphBlock block, NDList inputs) {
        Map<String, FloatTensor> before = Weights.read(block).tensors();
        NDList first = block.infer(inputs);
        NDList second = block.infer(inputs);
        Shape[] promised = block.getOutputShapes(inputs.getShapes());
        assertEquals(promised.length, first.size());
        for (int index = 0; index < promised.length; index++) {
            assertEquals(promised[index], first.get(index).getShape());
            assertFinite("output " + index, first.get(index));
            assertArrayEquals(first.get(index).toFloatArray(), second.get(index).toFloatArray());
        }
        Map<String, FloatTensor> after = new LinkedHashMap<>(Weights.read(block).tensors());
        before.forEach((name, tensor) ->
                assertArrayEquals(tensor.values(), after.get(name).values(), name));
    }

    private static void learns(GraphBlock block, NDList inputs, NDManager manager) {
        JniUtils.setGradMode(true);
        inputs.forEach(input -> input.setRequiresGradient(true));
        NDList outputs = block.run(inputs, true);
        NDArray loss = manager.zeros(new Shape());
        for (int index = 0; index < outputs.size(); index++) {
            NDArray output = outputs.get(index);
            // Random weights, since the plain sum of what a normalisation gives does not depend on its input.
            NDArray random = manager.randomNormal(0, 1, output.getShape(), DataType.FLOAT32);
            loss = loss.add(output.mul(random).sum());
        }
        JniUtils.backward((PtNDArray) loss, (PtNDArray) manager.ones(new Shape()), false, false);
        JniUtils.setGradMode(false);
        for (int index = 0; index < inputs.size(); index++) {
            assertGradient("input " + index, inputs.get(index));
        }
        block.weights().forEach((name, weight) -> {
            NDArray array = block.parameter(name).getArray();
            assertEquals(weight.trained(), array.hasGradient(), name);
            if (weight.trained()) {
                assertGradient(name, array);
            }
        });
    }

    private static void assertGradient(String name, NDArray array) {
        try (PtNDArray gradient = JniUtils.getGradient((PtNDArray) array)) {
            assertNotNull(gradient, () -> "no gradient reaches " + name);
            assertEquals(array.getShape(), gradient.getShape(), name);
            assertFinite(name, gradient);
        }
    }

    private static void assertFinite(String name, NDArray array) {
        for (float value : array.toFloatArray()) {
            assertTrue(Float.isFinite(value), () -> name + " is not finite");
        }
    }

    /**
     * The most bytes of tensors that one inference of one sample holds at once, the results of the running step included.
     */
    static long peakBytes(Program program) {
        EngineStartup.apply();
        GraphBlock block = new Compiler().compile(program);
        long[] peak = new long[1];
        block.setObserver(new StepObserver() {
            @Override
            public void before(int index, Step step) {
                // The peak is reached when the results have joined the inputs.
            }

            @Override
            public void after(int index, Step step, NDList outputs) {
                long bytes = outputs.head().getManager().getManagedArrays().stream()
                        .mapToLong(array -> array.size() * Float.BYTES)
                        .sum();
                peak[0] = Math.max(peak[0], bytes);
            }
        });
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, SEED);
            NDList inputs = new NDList();
            for (Shape shape : block.inputShapes(1)) {
                inputs.add(manager.ones(shape));
            }
            block.infer(inputs);
        }
        return peak[0];
    }

    /** Bytes of all tensors that one inference of one sample makes. */
    static long allBytes(Program program) {
        long bytes = 0;
        for (int index = 0; index < program.steps().size(); index++) {
            for (int port = 0; port < program.steps().get(index).outputShapes().size(); port++) {
                bytes += program.shape(new TensorRef(index, port)).elements() * Float.BYTES;
            }
        }
        return bytes;
    }
}
