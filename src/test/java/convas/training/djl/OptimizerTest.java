package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.training.recipe.OptimizerChoice;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Expected values: PyTorch's optimisers, see src/test/python/optimizers.py. */
final class OptimizerTest {
    private static final float TOLERANCE = 2e-6f;

    @BeforeEach
    void recordNothing() {
        Engine.getInstance();
        JniUtils.setGradMode(false);
    }

    @TestFactory
    Stream<DynamicTest> stepsAsPyTorchDoes() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (InputStream file = OptimizerTest.class.getResourceAsStream("/optimizer/steps.json")) {
            new ObjectMapper().readTree(file).forEach(cases::add);
        }
        assertEquals(9, cases.size());
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.get("name").asText(), () -> steps(one)));
    }

    private static void steps(JsonNode one) {
        try (NDManager manager = NDManager.newBaseManager()) {
            List<TrainedWeight> weights = new ArrayList<>();
            for (int index = 0; index < one.get("weights").size(); index++) {
                Shape shape = shape(one.get("shapes").get(index));
                weights.add(new TrainedWeight(
                        "weight" + index,
                        manager.create(floats(one.get("weights").get(index)), shape),
                        manager.zeros(shape)));
            }
            try (Optimizer optimizer = new Optimizer(weights, choice(one), manager)) {
                for (int step = 0; step < one.get("rates").size(); step++) {
                    for (int index = 0; index < weights.size(); index++) {
                        weights.get(index)
                                .gradient()
                                .set(floats(one.get("gradients").get(step).get(index)));
                    }
                    optimizer.step(one.get("rates").get(step).asDouble());
                    for (int index = 0; index < weights.size(); index++) {
                        assertArrayEquals(
                                floats(one.get("expected").get(step).get(index)),
                                weights.get(index).value().toFloatArray(),
                                TOLERANCE,
                                "weight " + index + " after step " + (step + 1));
                    }
                }
                assertEquals(one.get("rates").size(), optimizer.steps());
                weights.forEach(
                        weight -> assertEquals(0, weight.gradient().abs().sum().getFloat()));
            }
        }
    }

    @Test
    void keepsNoTensorsOfAStep() {
        for (OptimizerChoice choice : List.of(
                new OptimizerChoice.Sgd(0.1, 0.9, true, 0.01),
                new OptimizerChoice.Adam(0.1, 0.9, 0.999, 1e-8, 0.01, false),
                new OptimizerChoice.Adam(0.1, 0.9, 0.999, 1e-8, 0.01, true))) {
            try (NDManager manager = NDManager.newBaseManager()) {
                NDArray value = manager.ones(new Shape(3));
                TrainedWeight weight = new TrainedWeight("w", value, manager.ones(new Shape(3)));
                try (Optimizer optimizer = new Optimizer(List.of(weight), choice, manager)) {
                    optimizer.step(0.1);
                    int before = manager.getManagedArrays().size();
                    optimizer.step(0.1);
                    optimizer.step(0.1);
                    assertEquals(before, manager.getManagedArrays().size());
                }
            }
        }
    }

    private static OptimizerChoice choice(JsonNode one) {
        JsonNode options = one.get("options");
        double rate = one.get("rates").get(0).asDouble();
        double decay = options.path("weight_decay").asDouble(0);
        if (one.get("type").asText().equals("SGD")) {
            return new OptimizerChoice.Sgd(
                    rate,
                    options.path("momentum").asDouble(0),
                    options.path("nesterov").asBoolean(false),
                    decay);
        }
        boolean decoupled = one.get("type").asText().equals("AdamW");
        return new OptimizerChoice.Adam(
                rate,
                options.path("betas").path(0).asDouble(0.9),
                options.path("betas").path(1).asDouble(0.999),
                options.path("eps").asDouble(1e-8),
                decoupled ? options.path("weight_decay").asDouble(0.01) : decay,
                decoupled);
    }

    private static Shape shape(JsonNode sizes) {
        List<Long> axes = new ArrayList<>();
        sizes.forEach(size -> axes.add(size.asLong()));
        return new Shape(axes);
    }

    private static float[] floats(JsonNode numbers) {
        float[] values = new float[numbers.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = numbers.get(index).floatValue();
        }
        return values;
    }
}
