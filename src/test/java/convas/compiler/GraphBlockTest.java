package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import convas.analysis.TensorRef;
import convas.engine.EngineStartup;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.operator.djl.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphBlockTest {
    private static final Kernel DOUBLE =
            (inputs, weights, mode) -> new NDList(inputs.head().mul(2));
    private static final Kernel PLUS =
            (inputs, weights, mode) -> new NDList(inputs.get(0).add(inputs.get(1)));
    private static final Kernel SAME = (inputs, weights, mode) -> inputs;
    private static final Kernel SCALE =
            (inputs, weights, mode) -> new NDList(inputs.head().mul(weights.head()));

    private NDManager manager;

    @BeforeAll
    static void startEngine() {
        EngineStartup.apply();
    }

    @BeforeEach
    void openManager() {
        manager = NDManager.newBaseManager();
        JniUtils.setGradMode(false);
    }

    @AfterEach
    void closeManager() {
        manager.close();
    }

    private NDArray batch(float... values) {
        return manager.create(values, new Shape(1, values.length));
    }

    private GraphBlock compiled(ProgramBuilder program) {
        GraphBlock block = new Compiler().compile(program.build());
        block.initialize(manager, 1);
        return block;
    }

    @Test
    void severalInputsAndOutputsComeInFileOrder() {
        ProgramBuilder program = new ProgramBuilder();
        TensorRef left = program.input("left", 2);
        TensorRef right = program.input("right", 2);
        TensorRef sum = program.step("sum", PLUS, left, right);
        program.output("twice", program.step("double", DOUBLE, sum));
        program.output("plain", sum);

        NDList results = compiled(program).infer(new NDList(batch(1, 2), batch(10, 20)));

        assertArrayEquals(new float[] {22, 44}, results.get(0).toFloatArray());
        assertArrayEquals(new float[] {11, 22}, results.get(1).toFloatArray());
    }

    @Test
    void aTensorThatAKernelHandsOnLivesUntilItsLastReaderByEitherName() {
        ProgramBuilder program = new ProgramBuilder();
        TensorRef in = program.input("in", 2);
        TensorRef first = program.step("first", DOUBLE, in);
        TensorRef same = program.step("same", SAME, first);
        TensorRef again = program.step("again", SAME, same);
        TensorRef sum = program.step("sum", PLUS, again, in);
        program.output("late", program.step("last", PLUS, sum, first));
        program.output("handed", same);

        NDList results = compiled(program).infer(new NDList(batch(1, 2)));

        assertArrayEquals(new float[] {5, 10}, results.get(0).toFloatArray());
        assertArrayEquals(new float[] {2, 4}, results.get(1).toFloatArray());
    }

    @Test
    void theCallersInputStaysOpenAndAnOutputThatIsTheInputIsAHandleOfItsOwn() {
        ProgramBuilder program = new ProgramBuilder();
        TensorRef in = program.input("in", 2);
        program.output("out", program.step("same", SAME, in));
        NDArray input = batch(3, 4);

        NDList results = compiled(program).infer(new NDList(input));
        results.close();

        assertArrayEquals(new float[] {3, 4}, input.toFloatArray());
        assertEquals(manager, input.getManager());
    }

    @Test
    void outputsThatNobodyReadsAreClosed() {
        ProgramBuilder program = new ProgramBuilder();
        List<NDArray> made = new ArrayList<>();
        TensorRef in = program.input("in", 2);
        TensorRef fork = program.fork(
                "fork",
                2,
                (inputs, weights, mode) -> {
                    NDList pair = new NDList(inputs.head().mul(2), inputs.head().mul(3));
                    made.addAll(pair);
                    return pair;
                },
                in);
        program.output("out", fork);

        NDList results = compiled(program).infer(new NDList(batch(1, 1)));

        assertArrayEquals(new float[] {2, 2}, results.head().toFloatArray());
        assertTrue(((PtNDArray) made.get(1)).isReleased());
    }

    @Test
    void aChainNeverHoldsMoreThanTwoOfItsTensorsAtOnce() {
        ProgramBuilder program = new ProgramBuilder();
        List<NDArray> made = new ArrayList<>();
        List<Long> alive = new ArrayList<>();
        TensorRef tensor = program.input("in", 2);
        for (int index = 0; index < 20; index++) {
            tensor = program.step(
                    "step" + index,
                    (inputs, weights, mode) -> {
                        made.add(inputs.head().add(1));
                        alive.add(made.stream()
                                .filter(array -> !((PtNDArray) array).isReleased())
                                .count());
                        return new NDList(made.get(made.size() - 1));
                    },
                    tensor);
        }
        program.output("out", tensor);

        NDList results = compiled(program).infer(new NDList(batch(0, 0)));

        assertArrayEquals(new float[] {20, 20}, results.head().toFloatArray());
        assertEquals(2, alive.stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    @Test
    void aRunLeavesNothingInTheManagersButItsResults() {
        ProgramBuilder program = new ProgramBuilder();
        TensorRef in = program.input("in", 2);
        TensorRef kept = program.step("double", DOUBLE, in);
        program.output("out", program.step("sum", PLUS, kept, in));
        GraphBlock block = compiled(program);
        NDList input = new NDList(batch(1, 2));
        int before = manager.getManagedArrays().size();

        block.infer(input);
        block.run(input, true);

        assertEquals(before + 2, manager.getManagedArrays().size());
    }

    @Test
    void aStepThatFailsIsNamedAndLeavesNothingBehind() {
        ProgramBuilder program = new ProgramBuilder();
        TensorRef in = program.input("in", 2);
        TensorRef kept = program.step("double", DOUBLE, in);
        program.output(
                "out",
                program.step(
                        "stage/broken",
                        (inputs, weights, mode) -> {
                            throw new IllegalStateException("no memory");
                        },
                        kept));
        GraphBlock block = compiled(program);
        NDList input = new NDList(batch(1, 2));
        int before = manager.getManagedArrays().size();

        StepException failure = assertThrows(StepException.class, () -> block.infer(input));

        assertEquals("stage/broken", failure.path());
        assertEquals(before, manager.getManagedArrays().size());
    }

    @Test
    void stepsThatShareUseOneParameterAndItsGradientIsTheSumOfBoth() {
        ProgramBuilder program = new ProgramBuilder();
        List<Weight> weights = List.of(Weight.ones("weight", TensorShape.of(2), true));
        TensorRef in = program.input("in", 2);
        TensorRef first = program.step("pools/first", "pools/first", SCALE, weights, in);
        TensorRef second = program.step("pools/second", "pools/first", SCALE, weights, in);
        program.output("out", program.step("sum", PLUS, first, second));
        GraphBlock block = compiled(program);

        assertEquals(
                List.of("pools.first.weight"), List.copyOf(block.getParameters().keys()));
        JniUtils.setGradMode(true);
        NDArray out = block.run(new NDList(batch(3, 5)), true).head();
        JniUtils.backward((PtNDArray) out, (PtNDArray) manager.ones(out.getShape()), false, false);
        try (NDArray gradient = block.parameter("pools.first.weight").getArray().getGradient()) {
            // d(2 w x)/dw = 2 x
            assertArrayEquals(new float[] {6, 10}, gradient.toFloatArray());
        }
    }

    @Test
    void gradientsReachAnInputThatAsksForThem() {
        ProgramBuilder program = new ProgramBuilder();
        program.output("out", program.step("double", DOUBLE, program.input("in", 2)));
        GraphBlock block = compiled(program);
        JniUtils.setGradMode(true);
        NDArray input = batch(1, 2);
        input.setRequiresGradient(true);

        NDArray out = block.run(new NDList(input), true).head();
        JniUtils.backward((PtNDArray) out, (PtNDArray) batch(1, 10), false, false);

        assertArrayEquals(new float[] {2, 20}, input.getGradient().toFloatArray());
    }

    @Test
    void inferenceRecordsNothingAndLeavesTheThreadsGradModeAsItWas() {
        ProgramBuilder program = new ProgramBuilder();
        List<Weight> weights = List.of(Weight.ones("weight", TensorShape.of(2), true));
        program.output("out", program.step("scale", "scale", SCALE, weights, program.input("in", 2)));
        GraphBlock block = compiled(program);
        JniUtils.setGradMode(true);

        NDArray out = block.infer(new NDList(batch(1, 2))).head();

        assertFalse(out.hasGradient());
        assertTrue(JniUtils.isGradMode());
    }

    @Test
    void aParameterThatIsNotTrainedGetsNoGradientAndABufferNeverCan() {
        ProgramBuilder program = new ProgramBuilder();
        List<Weight> weights = List.of(
                Weight.ones("weight", TensorShape.of(2), true), Weight.zeros("running_mean", TensorShape.of(2), false));
        program.output("out", program.step("norm", "norm", SCALE, weights, program.input("in", 2)));
        GraphBlock block = compiled(program);

        block.setTrained("norm.weight", false);

        assertFalse(block.parameter("norm.weight").requiresGradient());
        assertFalse(block.parameter("norm.weight").getArray().hasGradient());
        assertThrows(IllegalArgumentException.class, () -> block.setTrained("norm.running_mean", true));
        block.setTrained("norm.weight", true);
        assertTrue(block.parameter("norm.weight").getArray().hasGradient());
        assertFalse(block.parameter("norm.running_mean").getArray().hasGradient());
    }

    @Test
    void startValuesFollowSeedAndNameAndStayWithinTheBoundOfTheFanIn() {
        List<Weight> weights = List.of(Weight.fanIn("weight", TensorShape.of(40, 25), 25));
        ProgramBuilder program = new ProgramBuilder();
        TensorRef in = program.input("in", 2);
        TensorRef a = program.step("a", "a", (i, w, mode) -> i, weights, in);
        program.output("out", program.step("b", "b", (i, w, mode) -> i, weights, a));
        GraphBlock block = compiled(program);

        float[] first = block.parameter("a.weight").getArray().toFloatArray();
        float[] other = block.parameter("b.weight").getArray().toFloatArray();
        block.initialize(manager, 1);
        float[] again = block.parameter("a.weight").getArray().toFloatArray();
        block.initialize(manager, 2);
        float[] otherSeed = block.parameter("a.weight").getArray().toFloatArray();

        assertArrayEquals(first, again);
        assertFalse(java.util.Arrays.equals(first, other));
        assertFalse(java.util.Arrays.equals(first, otherSeed));
        double squares = 0;
        double largest = 0;
        for (float value : first) {
            squares += value * value;
            largest = Math.max(largest, Math.abs(value));
        }
        // Uniform between -0.2 and 0.2: the deviation is 0.2 / sqrt(3) = 0.1155.
        assertTrue(largest <= 0.2 && largest > 0.195, "largest " + largest);
        assertEquals(0.1155, Math.sqrt(squares / first.length), 0.006);
    }

    @Test
    void kernelsLearnWhetherAndHowFarTrainingIs() {
        List<String> seen = new ArrayList<>();
        ProgramBuilder program = new ProgramBuilder();
        program.output(
                "out",
                program.step(
                        "look",
                        (inputs, weights, mode) -> {
                            seen.add(mode.training() + " " + mode.progress());
                            return inputs;
                        },
                        program.input("in", 2)));
        GraphBlock block = compiled(program);
        block.setProgress(0.25);

        block.run(new NDList(batch(1, 2)), true);
        block.infer(new NDList(batch(1, 2)));

        assertEquals(List.of("true 0.25", "false 1.0"), seen);
    }

    @Test
    void anObserverSeesEveryComputingStepInOrder() {
        ProgramBuilder program = new ProgramBuilder();
        TensorRef first = program.step("first", DOUBLE, program.input("in", 2));
        program.output("out", program.step("second", DOUBLE, first));
        GraphBlock block = compiled(program);
        List<String> seen = new ArrayList<>();
        block.setObserver(new StepObserver() {
            @Override
            public void before(int index, convas.analysis.Step step) {
                seen.add("before " + step.path());
            }

            @Override
            public void after(int index, convas.analysis.Step step, NDList outputs) {
                seen.add("after " + step.path() + " " + outputs.head().getShape());
            }
        });

        block.infer(new NDList(batch(1, 2)));

        assertEquals(List.of("before first", "after first (1, 2)", "before second", "after second (1, 2)"), seen);
    }

    @Test
    void stridesOfChannelsLastInputReachTheKernels() {
        ProgramBuilder program = new ProgramBuilder();
        // Flattening in the order of the storage gives a view of it; in any other order, a copy that changes nothing.
        Kernel addOneToStorage = (inputs, weights, mode) -> {
            inputs.head().transpose(0, 2, 3, 1).reshape(-1).addi(1);
            return inputs;
        };
        program.output("out", program.step("add", addOneToStorage, program.input("in", 3, 4, 4)));
        NDArray input = manager.zeros(new Shape(2, 4, 4, 3)).transpose(0, 3, 1, 2);

        NDArray out = compiled(program).infer(new NDList(input)).head();

        assertEquals(96, out.sum().getFloat());
    }

    @Test
    void itIsABlockThatOtherDjlCodeCanRunAndAsk() {
        ProgramBuilder program = new ProgramBuilder();
        List<Weight> weights = List.of(Weight.ones("weight", TensorShape.of(2), true));
        program.output("out", program.step("scale", "scale", SCALE, weights, program.input("in", 2)));
        GraphBlock block = new Compiler().compile(program.build());
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 2));

        NDList results = block.forward(new ParameterStore(manager, false), new NDList(batch(1, 2)), false);

        assertArrayEquals(new float[] {1, 2}, results.head().toFloatArray());
        assertEquals(new Shape(7, 2), block.getOutputShapes(new Shape[] {new Shape(7, 2)})[0]);
        assertEquals(Parameter.Type.GAMMA, block.parameter("scale.weight").getType());
    }

    @Test
    void threadsMayRunOneBlockAtOnce() {
        ProgramBuilder program = new ProgramBuilder();
        TensorRef tensor = program.input("in", 2);
        for (int index = 0; index < 10; index++) {
            tensor = program.step("step" + index, DOUBLE, tensor);
        }
        program.output("out", tensor);
        GraphBlock block = compiled(program);

        List<Float> results = IntStream.range(0, 200)
                .parallel()
                .mapToObj(index -> {
                    try (NDManager own = manager.newSubManager()) {
                        NDArray input = own.create(new float[] {index, 0}, new Shape(1, 2));
                        return block.infer(new NDList(input)).head().getFloat(0, 0);
                    }
                })
                .toList();

        assertEquals(IntStream.range(0, 200).mapToObj(index -> index * 1024f).toList(), results);
    }

    @Test
    void inputsOfTheWrongNumberOrShapeAreRefused() {
        ProgramBuilder program = new ProgramBuilder();
        program.output("out", program.step("double", DOUBLE, program.input("in", 2)));
        GraphBlock block = compiled(program);

        assertThrows(IllegalArgumentException.class, () -> block.infer(new NDList(batch(1, 2), batch(1, 2))));
        assertThrows(IllegalArgumentException.class, () -> block.infer(new NDList(batch(1, 2, 3))));
    }
}
