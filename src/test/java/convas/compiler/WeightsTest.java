package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import convas.engine.EngineStartup;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.tensor.FloatTensor;
import convas.tensor.TensorFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private NDManager manager;
    private GraphBlock block;

    @BeforeEach
    void makeBlock() {
        EngineStartup.apply();
        manager = NDManager.newBaseManager();
        List<Weight> weights = List.of(
                Weight.ones("weight", TensorShape.of(2), true), Weight.zeros("running_mean", TensorShape.of(2), false));
        ProgramBuilder program = new ProgramBuilder();
        program.output(
                "out", program.step("norm", "norm", (inputs, own, mode) -> inputs, weights, program.input("in", 2)));
        block = new Compiler().compile(program.build());
        block.initialize(manager, 0);
    }

    @AfterEach
    void closeManager() {
        manager.close();
    }

    private static FloatTensor pair(float first, float second) {
        return new FloatTensor(TensorShape.of(2), new float[] {first, second});
    }

    @Test
    void valuesAreWrittenIntoTheTensorsThatAreThere() {
        NDArray weight = block.parameter("norm.weight").getArray();
        JniUtils.setGradMode(true);

        TensorFile file = TensorFile.of(Map.of("norm.weight", pair(3, 4), "norm.running_mean", pair(5, 6)));
        assertEquals(List.of(), Weights.load(block, file));

        assertSame(weight, block.parameter("norm.weight").getArray());
        assertArrayEquals(new float[] {3, 4}, weight.toFloatArray());
        assertArrayEquals(
                new float[] {5, 6},
                block.parameter("norm.running_mean").getArray().toFloatArray());
        assertTrue(weight.hasGradient());
        assertTrue(JniUtils.isGradMode());
    }

    @Test
    void nothingIsLoadedWhereAnythingDoesNotFit() {
        TensorFile file = TensorFile.of(Map.of("norm.weight", pair(3, 4)));

        assertEquals(1, Weights.load(block, file).size());
        assertArrayEquals(
                new float[] {1, 1}, block.parameter("norm.weight").getArray().toFloatArray());
    }

    @Test
    void theCountOfBatchesThatPytorchKeepsIsNoExtraTensor() {
        Map<String, FloatTensor> tensors =
                new TreeMap<>(Map.of("norm.weight", pair(3, 4), "norm.running_mean", pair(5, 6)));
        tensors.put("norm.num_batches_tracked", new FloatTensor(TensorShape.of(), new float[] {7}));

        assertEquals(List.of(), Weights.load(block, TensorFile.of(tensors)));
    }

    @Test
    void whatIsReadFromABlockFitsItAgain() {
        TensorFile read = Weights.read(block);

        assertEquals(
                List.of("norm.weight", "norm.running_mean"),
                List.copyOf(read.tensors().keySet()));
        assertArrayEquals(new float[] {1, 1}, read.tensors().get("norm.weight").values());
        assertEquals(List.of(), Weights.load(block, read));
    }
}
