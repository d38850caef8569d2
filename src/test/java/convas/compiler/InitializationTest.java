package convas.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import convas.operator.Initialization;
import convas.operator.TensorShape;
import convas.operator.Weight;
import convas.training.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Expected values: deviation and largest of a million numbers from {@code torch.nn.init}. */
final class InitializationTest {
    @TestFactory
    Stream<DynamicTest> drawsAsWidelyAsPyTorch() {
        assertEquals(12, Golden.of("initialization").count());
        return Golden.of("initialization")
                .map(one -> DynamicTest.dynamicTest(one.name() + one.facts().get("shape"), () -> check(one)));
    }

    private static void check(Golden one) {
        List<Long> sizes = new ArrayList<>();
        for (JsonNode size : one.facts().get("shape")) {
            sizes.add(size.asLong());
        }
        Weight weight = Weight.fanIn("weight", new TensorShape(sizes), 999);
        double deviation = one.facts().get("deviation").asDouble();
        double largest = one.facts().get("largest").asDouble();
        double squares = 0;
        double most = 0;
        int count = 0;
        for (int seed = 0; count < 200_000; seed++) {
            for (float value : new InitialValues(Initialization.of(one.name()).orElseThrow(), seed).of("w", weight)) {
                squares += value * value;
                most = Math.max(most, Math.abs(value));
                count++;
            }
        }
        assertEquals(deviation, Math.sqrt(squares / count), 0.01 * deviation);
        if (one.name().endsWith("uniform")) {
            assertEquals(largest, most, 0.001 * largest);
        } else {
            // Of 200,000 normal numbers the largest lies between four and six deviations.
            assertTrue(most > 4 * deviation && most < 6 * deviation, most + " with deviation " + deviation);
        }
    }

    @Test
    void biasesStartAtZeroUnlessPyTorchIsAskedFor() {
        Weight bias = Weight.fanIn("bias", TensorShape.of(5), 9);
        float[] zeros = new float[5];
        assertArrayEquals(zeros, new InitialValues(Initialization.KAIMING_NORMAL, 1).of("conv.bias", bias));
        float[] uniform = new InitialValues(Initialization.PYTORCH, 1).of("conv.bias", bias);
        for (float value : uniform) {
            assertTrue(value != 0 && Math.abs(value) <= 1.0 / 3, Float.toString(value));
        }
    }
}
