package convas.training.djl.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.training.Golden;
import convas.training.recipe.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Expected values: PyTorch's losses. */
final class LossFunctionTest {
    @TestFactory
    Stream<DynamicTest> equalsPyTorchsLossAndGradient() {
        assertEquals(11, Golden.of("loss").count());
        return Golden.of("loss").map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    private static void check(Golden one) {
        Loss loss = Arrays.stream(Loss.values())
                .filter(each -> each.key().equals(one.facts().get("loss").asText()))
                .findFirst()
                .orElseThrow();
        List<Double> weights = new ArrayList<>();
        one.facts().path("class_weights").forEach(weight -> weights.add(weight.asDouble()));
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray scores = Tensors.create(manager, one.tensors().get("scores"));
            NDArray targets = Tensors.create(manager, one.tensors().get("targets"));
            scores.setRequiresGradient(true);
            JniUtils.setGradMode(true);
            NDArray mean;
            try {
                double smoothing = one.facts().path("label_smoothing").asDouble(0);
                LossFunction function = LossFunction.of(loss, smoothing, weights, manager);
                int held = manager.getManagedArrays().size();
                mean = function.mean(scores, targets);
                assertEquals(held + 1, manager.getManagedArrays().size());
                JniUtils.backward((PtNDArray) mean, (PtNDArray) manager.ones(mean.getShape()), false, false);
            } finally {
                JniUtils.setGradMode(false);
            }
            double expected = one.values("loss")[0];
            assertEquals(expected, mean.getFloat(), 1e-6 * Math.max(1, expected));
            assertArrayEquals(one.values("gradient"), scores.getGradient().toFloatArray(), 1e-6f);
        }
    }
}
