package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.analysis.Analyzer;
import convas.analysis.Program;
import convas.analysis.Step;
import convas.analysis.TensorRef;
import convas.catalog.BuiltinCatalog;
import convas.engine.EngineStartup;
import convas.graph.json.DesignFormat;
import convas.operator.djl.Kernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backward step by step gives what backward in one go gives. */
class StepwiseRunTest {
    private static final long SEED = 11;

    @BeforeAll
    static void startEngine() {
        EngineStartup.apply();
    }

    /** Forks, joins, splits, squeezes that multiply, shuffles, and a tensor that is read twice by one step. */
    @ParameterizedTest
    @ValueSource(strings = {"digits-ghost", "digits-shuffle", "digits-cbam", "digits-coordconv"})
    void gradientsAreThoseOfTheWhole(String preset) {
        Program program = new Analyzer(BuiltinCatalog.create())
                .analyze(new DesignFormat()
                        .read(Path.of("presets", preset + ".json"))
                        .value()
                        .orElseThrow())
                .program()
                .orElseThrow();
        try (NDManager manager = NDManager.newBaseManager()) {
            JniUtils.setGradMode(false);
            GraphBlock block = new Compiler().compile(program);
            block.initialize(manager, SEED);
            NDList inputs = new NDList();
            for (Shape shape : block.inputShapes(4)) {
                inputs.add(manager.randomNormal(0, 1, shape, DataType.FLOAT32));
            }

            Map<String, float[]> whole = inOneGo(block, inputs);
            Map<String, float[]> stepwise = stepByStep(block, inputs);

            assertEquals(whole.keySet(), stepwise.keySet());
            assertFalse(whole.isEmpty());
            whole.forEach((name, gradient) ->
                    assertArrayEquals(gradient, stepwise.get(name), 1e-5f + 1e-4f * largest(gradient), name));
        }
    }

    private static Map<String, float[]> inOneGo(GraphBlock block, NDList inputs) {
        JniUtils.setSeed(SEED);
        JniUtils.setGradMode(true);
        NDList outputs = block.run(inputs, true);
        JniUtils.backward((PtNDArray) outputs.head(), (PtNDArray) outputs.head().onesLike(), false, false);
        JniUtils.setGradMode(false);
        return takeGradients(block);
    }

    private static Map<String, float[]> stepByStep(GraphBlock block, NDList inputs) {
        JniUtils.setSeed(SEED);
        try (StepwiseRun run = block.stepwise(inputs, StepObserver.NONE)) {
            run.backward(StepObserver.NONE);
        }
        return takeGradients(block);
    }

    private static Map<String, float[]> takeGradients(GraphBlock block) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        block.weights().forEach((name, weight) -> {
            if (weight.trained()) {
                PtNDArray value = (PtNDArray) block.parameter(name).getArray();
                try (PtNDArray gradient = JniUtils.getGradient(value)) {
                    gradients.put(name, gradient.toFloatArray());
                }
                JniUtils.zeroGrad(value);
            }
        });
        return gradients;
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** y = sum over both ports of a fork of different multiples, and a step that reads one tensor twice. */
    @Test
    void everyStepIsToldOnceBackwardFromTheLastToTheFirst() {
        ProgramBuilder program = new ProgramBuilder();
        TensorRef input = program.input("in", 3);
        Kernel scale = (in, weights, mode) -> new NDList(in.head().mul(weights.head()));
        Kernel fork =
                (in, weights, mode) -> new NDList(in.head().mul(2), in.head().mul(3));
        Kernel product = (in, weights, mode) -> new NDList(in.get(0).mul(in.get(1)));
        TensorRef scaled = program.step(
                "scale",
                "scale",
                scale,
                List.of(convas.operator.Weight.ones("weight", convas.operator.TensorShape.of(3), true)),
                input);
        TensorRef first = program.fork("fork", 2, fork, scaled);
        TensorRef square = program.step("square", product, first, first);
        TensorRef sum = program.step(
                "sum",
                (in, weights, mode) -> new NDList(in.get(0).add(in.get(1))),
                square,
                new TensorRef(first.step(), 1));
        program.output("out", sum);
        List<String> forward = new ArrayList<>();
        List<String> backward = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager()) {
            JniUtils.setGradMode(false);
            GraphBlock block = new Compiler().compile(program.build());
            block.initialize(manager, SEED);
            NDArray values = manager.create(new float[] {1, -2, 0.5f}, new Shape(1, 3));
            try (StepwiseRun run = block.stepwise(new NDList(values), names(forward))) {
                run.backward(names(backward));
            }
            PtNDArray weight = (PtNDArray) block.parameter("scale.weight").getArray();
            try (PtNDArray gradient = JniUtils.getGradient(weight)) {
                // y = (2 w x)^2 + 3 w x, so dy/dw = 8 w x^2 + 3 x at w = 1.
                assertArrayEquals(new float[] {11, 26, 3.5f}, gradient.toFloatArray(), 1e-6f);
            }
        }
        assertEquals(List.of("scale", "fork", "square", "sum"), forward);
        assertEquals(List.of("sum", "square", "fork", "scale"), backward);
        assertTrue(!JniUtils.isGradMode());
    }

    private static StepObserver names(List<String> told) {
        return new StepObserver() {
            @Override
            public void before(int index, Step step) {
                told.add(step.path());
            }

            @Override
            public void after(int index, Step step, NDList outputs) {
                assertEquals(told.get(told.size() - 1), step.path());
            }
        };
    }
}
