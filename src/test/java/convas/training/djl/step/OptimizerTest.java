package convas.training.djl.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.JsonNode;
import convas.tensor.TensorFile;
import convas.training.Golden;
import convas.training.recipe.OptimizerChoice;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Expected values: PyTorch's optimisers. */
final class OptimizerTest {
    private static final float TOLERANCE = 2e-6f;

    @BeforeEach
    void recordNothing() {
        Engine.getInstance();
        JniUtils.setGradMode(false);
    }

    @TestFactory
    Stream<DynamicTest> stepsAsPyTorchDoes() {
        assertEquals(22, Golden.of("optimizer").count());
        return Golden.of("optimizer").map(one -> DynamicTest.dynamicTest(one.name(), () -> steps(one)));
    }

    private static void steps(Golden one) {
        try (NDManager manager = NDManager.newBaseManager()) {
            List<TrainedWeight> weights = weights(one, manager);
            try (Optimizer optimizer = optimizer(one, weights, manager)) {
                step(one, optimizer, weights, 1, rates(one).size());
                assertEquals(rates(one).size(), optimizer.steps());
                weights.forEach(
                        weight -> assertEquals(0, weight.gradient().abs().sum().getFloat()));
            }
        }
    }

    /** Whoever goes on with what the first three steps left gets what six in a row give. */
    @TestFactory
    Stream<DynamicTest> goesOnFromWhatItRemembers() {
        return Golden.of("optimizer").map(one -> DynamicTest.dynamicTest(one.name(), () -> goesOn(one)));
    }

    private static void goesOn(Golden one) {
        try (NDManager manager = NDManager.newBaseManager()) {
            List<TrainedWeight> weights = weights(one, manager);
            TensorFile kept;
            try (Optimizer first = optimizer(one, weights, manager)) {
                step(one, first, weights, 1, 3);
                kept = TensorFile.of(Tensors.read(first.state()));
            }
            try (Optimizer second = optimizer(one, weights, manager)) {
                second.restore(kept.tensors(), 3);
                step(one, second, weights, 4, rates(one).size());
            }
        }
    }

    private static void step(Golden one, Optimizer optimizer, List<TrainedWeight> weights, int from, int to) {
        for (int step = from; step <= to; step++) {
            for (TrainedWeight weight : weights) {
                weight.gradient().set(one.values(weight.name() + ".grad." + step));
            }
            double rate = rates(one).get(step - 1).asDouble();
            JsonNode momenta = one.facts().path("momenta");
            if (momenta.isMissingNode()) {
                optimizer.step(rate);
            } else {
                optimizer.step(rate, momenta.get(step - 1).asDouble());
            }
            for (TrainedWeight weight : weights) {
                assertArrayEquals(
                        one.values(weight.name() + "." + step),
                        weight.value().toFloatArray(),
                        TOLERANCE,
                        weight.name() + " after step " + step);
            }
        }
    }

    private static List<TrainedWeight> weights(Golden one, NDManager manager) {
        return Stream.of("w", "b")
                .map(name -> {
                    Shape shape = name.equals("w") ? new Shape(3, 4) : new Shape(5);
                    return new TrainedWeight(
                            name,
                            manager.create(one.values(name + ".0"), shape),
                            manager.zeros(shape),
                            name.equals("w"));
                })
                .toList();
    }

    @Test
    void keepsNoTensorsOfAStep() {
        for (OptimizerChoice choice : List.of(
                new OptimizerChoice.Sgd(0.1, 0.9, true, 0.01, true),
                new OptimizerChoice.RmsProp(0.1, 0.9, 1e-8, 0.5, true, 0.01, true),
                new OptimizerChoice.Adam(0.1, 0.9, 0.999, 1e-8, 0.01, true, false),
                new OptimizerChoice.Adam(0.1, 0.9, 0.999, 1e-8, 0.01, false, true))) {
            try (NDManager manager = NDManager.newBaseManager()) {
                NDArray value = manager.ones(new Shape(3));
                TrainedWeight weight = new TrainedWeight("w", value, manager.ones(new Shape(3)), false);
                try (Optimizer optimizer = new Optimizer(List.of(weight), choice, OptionalDouble.of(1), manager)) {
                    optimizer.step(0.1);
                    int before = manager.getManagedArrays().size();
                    optimizer.step(0.1);
                    optimizer.step(0.1);
                    assertEquals(before, manager.getManagedArrays().size());
                }
            }
        }
    }

    private static JsonNode rates(Golden one) {
        return one.facts().get("rates");
    }

    private static Optimizer optimizer(Golden one, List<TrainedWeight> weights, NDManager manager) {
        JsonNode clip = one.facts().path("clip_norm");
        return new Optimizer(
                weights,
                choice(one),
                clip.isNumber() ? OptionalDouble.of(clip.asDouble()) : OptionalDouble.empty(),
                manager);
    }

    private static OptimizerChoice choice(Golden one) {
        JsonNode options = one.facts().get("options");
        double rate = rates(one).get(0).asDouble();
        double decay = options.path("weight_decay").asDouble(0);
        boolean all = !one.facts().path("spare").asBoolean();
        String type = one.facts().get("type").asText();
        double momentum = options.path("momentum").asDouble(0);
        double eps = options.path("eps").asDouble(1e-8);
        if (type.equals("SGD")) {
            boolean nesterov = options.path("nesterov").asBoolean(false);
            return new OptimizerChoice.Sgd(rate, momentum, nesterov, decay, all);
        } else if (type.equals("RMSprop")) {
            double alpha = options.path("alpha").asDouble(0.99);
            boolean centered = options.path("centered").asBoolean(false);
            return new OptimizerChoice.RmsProp(rate, alpha, eps, momentum, centered, decay, all);
        }
        boolean decoupled = type.equals("AdamW");
        return new OptimizerChoice.Adam(
                rate,
                options.path("betas").path(0).asDouble(0.9),
                options.path("betas").path(1).asDouble(0.999),
                eps,
                decoupled ? options.path("weight_decay").asDouble(0.01) : decay,
                all,
                decoupled);
    }
}
