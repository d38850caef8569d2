package convas.training.djl.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.compiler.Compiler;
import convas.compiler.GraphBlock;
import convas.compiler.Weights;
import convas.tensor.FloatTensor;
import convas.tensor.TensorFile;
import convas.training.Designs;
import convas.training.Golden;
import convas.training.recipe.Averaging;
import convas.training.recipe.Loss;
import convas.training.recipe.OptimizerChoice;
import convas.training.recipe.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A small network that learns with everything at once: one-cycle AdamW that spares biases and normalisation, clipping,
 * label smoothing, class weights, and a moving average. Expected: the same in PyTorch, weight by weight and step by step.
 */
final class WholeStepTest {
    private static final float TOLERANCE = 5e-6f;
    private static final OptimizerChoice ADAMW = new OptimizerChoice.Adam(0.05, 0.9, 0.999, 1e-8, 0.1, false, true);

    private final Golden golden = Golden.of("network").findFirst().orElseThrow();

    @Test
    void learnsAsPyTorchDoes() {
        int steps = golden.facts().get("steps").asInt();
        assertEquals(6, steps);
        Schedule schedule = new Schedule(0, new Schedule.OneCycle(0.3, 0.04, 4e-6, false));
        GraphBlock block = block();
        try (NDManager manager = NDManager.newBaseManager()) {
            JniUtils.setGradMode(false);
            block.initialize(manager, 1);
            assertEquals(List.of(), Weights.load(block, TensorFile.of(tensors("", 0))));
            Averaging averaging = new Averaging(golden.facts().get("ema_decay").asDouble(), false);
            Map<String, NDArray> weights = new LinkedHashMap<>();
            block.weights()
                    .keySet()
                    .forEach(name -> weights.put(name, block.parameter(name).getArray()));
            LossFunction loss = LossFunction.of(Loss.CROSS_ENTROPY, 0.1, List.of(0.5, 1.0, 2.0), manager);
            try (WeightAverage average = new WeightAverage(weights, averaging, manager)) {
                Optimizer optimizer = null;
                for (int step = 1; step <= steps; step++) {
                    try (NDManager scope = manager.newSubManager()) {
                        backward(block, loss, step, scope);
                    }
                    optimizer = optimizer == null ? optimizer(block, manager) : optimizer;
                    optimizer.step(ADAMW.learningRate() * schedule.factor(step - 1, 1, steps));
                    average.update(step - 1);
                    compare(tensors("", step), weights, "step " + step);
                    compare(tensors("average.", step), average.values(), "average " + step);
                }
                optimizer.close();
            }
        }
    }

    private void backward(GraphBlock block, LossFunction loss, int step, NDManager scope) {
        JniUtils.setGradMode(true);
        try {
            NDArray x = Tensors.create(scope, golden.tensors().get("x." + step));
            NDArray targets = Tensors.create(scope, golden.tensors().get("targets." + step));
            NDArray mean = loss.mean(block.run(new NDList(x), true).head(), targets);
            assertEquals(golden.values("loss." + step)[0], mean.getFloat(), TOLERANCE);
            JniUtils.backward((PtNDArray) mean, (PtNDArray) scope.ones(mean.getShape()), false, false);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private static Optimizer optimizer(GraphBlock block, NDManager manager) {
        List<TrainedWeight> trained = new ArrayList<>();
        Set<String> decaying = Set.of("conv.weight", "linear.weight");
        block.weights().forEach((name, weight) -> {
            if (weight.trained()) {
                NDArray value = block.parameter(name).getArray();
                NDArray gradient = JniUtils.getGradient((PtNDArray) value);
                gradient.attach(manager);
                trained.add(new TrainedWeight(name, value, gradient, decaying.contains(name)));
            }
        });
        return new Optimizer(trained, ADAMW, OptionalDouble.of(0.5), manager);
    }

    private static void compare(Map<String, FloatTensor> expected, Map<String, NDArray> found, String when) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, tensor) ->
                assertArrayEquals(tensor.values(), found.get(name).toFloatArray(), TOLERANCE, name + ", " + when));
    }

    /** By the names that the design gives them, without those that begin otherwise. */
    private Map<String, FloatTensor> tensors(String prefix, int step) {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        golden.tensors().forEach((key, tensor) -> {
            String end = "." + step;
            if (key.matches("\\Q" + prefix + "\\E(conv|norm|linear)\\..*") && key.endsWith(end)) {
                tensors.put(key.substring(prefix.length(), key.length() - end.length()), tensor);
            }
        });
        return tensors;
    }

    private static GraphBlock block() {
        return new Compiler()
                .compile(new Analyzer(BuiltinCatalog.create())
                        .analyze(Designs.of("{'format': 'convas-design', 'version': 1, 'name': 'small', 'nodes': ["
                                + "{'id': 'image', 'type': 'Input', 'params': {'shape': [2, 6, 6]}},"
                                + "{'id': 'conv', 'type': 'Conv2d',"
                                + " 'params': {'out_channels': 4, 'kernel_size': 3, 'bias': false}},"
                                + "{'id': 'norm', 'type': 'BatchNorm2d'}, {'id': 'relu', 'type': 'ReLU'},"
                                + "{'id': 'flat', 'type': 'Flatten'},"
                                + "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': 3}},"
                                + "{'id': 'scores', 'type': 'Output'}], 'edges': ["
                                + "{'from': 'image', 'to': 'conv'}, {'from': 'conv', 'to': 'norm'},"
                                + "{'from': 'norm', 'to': 'relu'}, {'from': 'relu', 'to': 'flat'},"
                                + "{'from': 'flat', 'to': 'linear'}, {'from': 'linear', 'to': 'scores'}]}"))
                        .program()
                        .orElseThrow());
    }
}
