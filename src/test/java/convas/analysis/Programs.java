package convas.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.operator.Cost;
import convas.operator.TensorShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What must hold for every program, whatever the design. */
public final class Programs {
    private Programs() {}

    /** Tensors are made before they are read, shapes agree at both ends, paths are unique, shared weights have an owner. */
    public static void check(Program program) {
        Set<String> paths = new HashSet<>();
        Map<String, TensorShape> weights = new HashMap<>();
        for (int at = 0; at < program.steps().size(); at++) {
            Step step = program.steps().get(at);
            assertTrue(paths.add(step.path()), "two steps at " + step.path());
            assertEquals(step.inputShapes().size(), step.inputs().size(), step.path());
            for (int port = 0; port < step.inputs().size(); port++) {
                TensorRef input = step.inputs().get(port);
                assertTrue(input.step() >= 0 && input.step() < at, step.path() + " reads what is not made yet");
                assertEquals(step.inputShapes().get(port), program.shape(input), step.path() + " input " + port);
            }
            step.weights().forEach(weight -> {
                TensorShape before = weights.putIfAbsent(step.weightName(weight), weight.shape());
                assertTrue(before == null || before.equals(weight.shape()), step.weightName(weight));
            });
        }
        for (Step step : program.steps()) {
            assertTrue(paths.contains(step.weightsPath()), step.weightsPath() + " owns no weights");
        }
    }

    /** The sum over the steps, which the analysis must give as the total. */
    public static Cost sum(Program program) {
        return program.steps().stream().map(Step::cost).reduce(Cost.ZERO, Cost::plus);
    }
}
