package convas.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.Primitive;
import convas.operator.TensorShape;
import convas.operator.djl.Kernel;
import convas.operator.djl.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dropout and DropBlock: how much they drop, when, and that a seed fixes it. */
class RandomLayersTest {
    private NDManager manager;

    @BeforeEach
    void open() {
        // The engine is there once a manager is.
        manager = NDManager.newBaseManager();
        JniUtils.setGradMode(false);
        JniUtils.setSeed(7);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void dropBlockDropsAsMuchAsAskedFor() {
        // 28 x 28, block 7, p = 0.1: blocks overlap now and then, so a little less than 10 % is right.
        double dropped = zeros(drop("DropBlock", Map.of(), 32, 64, 28, Mode.training(1)));

        assertTrue(dropped >= 0.09 && dropped <= 0.105, "dropped " + dropped);
    }

    @Test
    void dropBlockOnAMapOfItsOwnSizeDropsWholeMaps() {
        // One place only: a map is dropped as a whole with probability 0.1, so 10.6 % at most by chance and no overlap.
        float[] values = drop("DropBlock", Map.of(), 64, 256, 7, Mode.training(1));
        for (int map = 0; map < values.length / 49; map++) {
            float first = values[map * 49];
            for (int place = 1; place < 49; place++) {
                assertEquals(first, values[map * 49 + place]);
            }
        }
        double dropped = zeros(values);
        assertTrue(dropped > 0.09 && dropped < 0.11, "dropped " + dropped);
    }

    @Test
    void dropBlockKeepsTheMean() {
        float[] values = drop("DropBlock", Map.of(), 8, 32, 28, Mode.training(1));

        double mean = 0;
        for (float value : values) {
            mean += value / values.length;
        }
        assertEquals(1, mean, 1e-4);
    }

    @Test
    void dropBlockDropsSquares() {
        float[] values = drop("DropBlock", Map.of(), 1, 8, 28, Mode.training(1));
        assertTrue(zeros(values) > 0, "nothing is dropped under this seed");
        for (int map = 0; map < 8; map++) {
            float[] one = Arrays.copyOfRange(values, map * 28 * 28, (map + 1) * 28 * 28);
            for (int row = 0; row < 28; row++) {
                for (int column = 0; column < 28; column++) {
                    assertTrue(one[row * 28 + column] != 0 || isInASquareOfZeros(one, row, column));
                }
            }
        }
    }

    private static boolean isInASquareOfZeros(float[] values, int row, int column) {
        for (int top = Math.max(0, row - 6); top <= Math.min(row, 21); top++) {
            for (int left = Math.max(0, column - 6); left <= Math.min(column, 21); left++) {
                if (isSquareOfZeros(values, top, left)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSquareOfZeros(float[] values, int top, int left) {
        for (int row = top; row < top + 7; row++) {
            for (int column = left; column < left + 7; column++) {
                if (values[row * 28 + column] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void dropBlockDropsHalfAsMuchHalfwayThroughARun() {
        double dropped = zeros(drop("DropBlock", Map.of(), 32, 64, 28, Mode.training(0.5)));

        assertTrue(dropped >= 0.045 && dropped <= 0.0525, "dropped " + dropped);
    }

    @Test
    void nothingIsDroppedAtTheStartOfARunOrInInference() {
        assertEquals(0, zeros(drop("DropBlock", Map.of(), 8, 16, 28, Mode.training(0))));
        assertEquals(0, zeros(drop("DropBlock", Map.of(), 8, 16, 28, Mode.INFERENCE)));
        assertEquals(0, zeros(drop("Dropout", Map.of(), 8, 16, 28, Mode.INFERENCE)));
    }

    @Test
    void droppingEverythingGivesZerosAndNoNaN() {
        float[] values = drop("DropBlock", Map.of("drop_prob", Value.of(1.0)), 2, 3, 4, Mode.training(1));

        assertArrayEquals(new float[values.length], values);
    }

    @Test
    void dropoutDropsItsShareAndScalesTheRest() {
        float[] values = drop("Dropout", Map.of("p", Value.of(0.25)), 16, 32, 28, Mode.training(1));

        assertEquals(0.25, zeros(values), 0.01);
        for (float value : values) {
            assertTrue(value == 0 || Math.abs(value - 1 / 0.75) < 1e-6);
        }
    }

    @Test
    void aSeedFixesWhatIsDropped() {
        for (String type : List.of("Dropout", "DropBlock")) {
            JniUtils.setSeed(11);
            float[] first = drop(type, Map.of(), 2, 4, 14, Mode.training(1));
            float[] other = drop(type, Map.of(), 2, 4, 14, Mode.training(1));
            JniUtils.setSeed(11);
            float[] again = drop(type, Map.of(), 2, 4, 14, Mode.training(1));

            assertArrayEquals(first, again);
            assertFalse(Arrays.equals(first, other), type);
        }
    }

    /** What a layer makes of ones. */
    private float[] drop(String type, Map<String, Value> params, int batch, int channels, int side, Mode mode) {
        Primitive primitive = (Primitive) BuiltinCatalog.create().find(type).orElseThrow();
        Arguments arguments = PrimitiveCase.arguments(primitive, params, new ArrayList<>());
        List<TensorShape> shapes = List.of(TensorShape.of(channels, side, side));
        Kernel kernel = primitive.lowering().lower(arguments, shapes, shapes);
        try (NDManager scope = manager.newSubManager()) {
            NDArray ones = scope.ones(new Shape(batch, channels, side, side));
            return kernel.run(new NDList(ones), new NDList(), mode).head().toFloatArray();
        }
    }

    private static double zeros(float[] values) {
        int count = 0;
        for (float value : values) {
            count += value == 0 ? 1 : 0;
        }
        return (double) count / values.length;
    }
}
