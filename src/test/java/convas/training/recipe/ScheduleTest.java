package convas.training.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import convas.graph.Value;
import convas.training.Golden;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Expected values: PyTorch's schedulers, and arithmetic. */
final class ScheduleTest {
    @TestFactory
    Stream<DynamicTest> goesAsPyTorchsSchedulersDo() {
        assertEquals(11, Golden.of("schedule").count());
        return Golden.of("schedule").map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    private static void check(Golden one) {
        Schedule schedule = read(one.facts().get("fields"));
        JsonNode factors = one.facts().get("factors");
        for (int step = 0; step < factors.size(); step++) {
            double found = schedule.factor(
                    step,
                    one.facts().get("steps_per_epoch").asInt(),
                    one.facts().get("epochs").asInt());
            assertEquals(factors.get(step).asDouble(), found, 1e-9, "step " + step);
            OptionalDouble momentum = schedule.momentum(
                    step,
                    one.facts().get("steps_per_epoch").asInt(),
                    one.facts().get("epochs").asInt());
            JsonNode momenta = one.facts().path("momenta");
            assertEquals(!momenta.isMissingNode(), momentum.isPresent());
            if (momentum.isPresent()) {
                assertEquals(momenta.get(step).asDouble(), momentum.getAsDouble(), 1e-9, "step " + step);
            }
        }
    }

    /** As a recipe would have it, so that the defaults are compared too. */
    private static Schedule read(JsonNode fields) {
        Map<String, Value> written = new LinkedHashMap<>();
        fields.properties()
                .forEach(field -> written.put(
                        field.getKey(),
                        field.getValue().isBoolean()
                                ? Value.of(field.getValue().booleanValue())
                                : field.getValue().isTextual()
                                        ? Value.of(field.getValue().textValue())
                                        : Value.of(field.getValue().doubleValue())));
        return Recipe.read(Map.of("schedule", new Value.Mapping(written)))
                .value()
                .orElseThrow()
                .schedule();
    }

    @Test
    void fallsAlongHalfACosine() {
        Schedule cosine = new Schedule(0, new Schedule.Cosine(0.2));
        // 20 steps: cos 0 = 1, cos 60 degrees = 0.5 after a third, cos 90 degrees = 0 at the middle.
        assertEquals(1, cosine.factor(0, 10, 2), 1e-12);
        assertEquals(0.2 + 0.8 * 0.5, cosine.factor(10, 10, 2), 1e-12);
        assertEquals(0.2 + 0.8 * 0.75, cosine.factor(20, 20, 3), 1e-12);
        assertEquals(0.2, cosine.factor(20, 10, 2), 1e-12);
    }

    @Test
    void risesLinearlyFirst() {
        Schedule schedule = new Schedule(0.5, new Schedule.Cosine(0));
        // Half of 8 steps are the rise: 1/4, 2/4, 3/4, 4/4, and the cosine starts at 1.
        assertEquals(0.25, schedule.factor(0, 8, 2), 1e-12);
        assertEquals(0.5, schedule.factor(1, 8, 2), 1e-12);
        assertEquals(1, schedule.factor(3, 8, 2), 1e-12);
        assertEquals(1, schedule.factor(4, 8, 2), 1e-12);
        // 6 of the 12 steps of the fall.
        assertEquals(0.5, schedule.factor(10, 8, 2), 1e-12);
    }

    @Test
    void stepsMayBePartsOfAnEpoch() {
        Schedule step = new Schedule(0, new Schedule.Step(0.5, 0.5));
        // Five steps an epoch: the first falls lie after 2.5 and 5 steps.
        assertEquals(1, step.factor(2, 5, 2), 1e-12);
        assertEquals(0.5, step.factor(3, 5, 2), 1e-12);
        assertEquals(0.25, step.factor(5, 5, 2), 1e-12);
    }

    @Test
    void oneCycleOfVeryFewStepsIsStillFinite() {
        for (int steps = 1; steps < 5; steps++) {
            for (int step = 0; step < steps; step++) {
                double factor = new Schedule(0, new Schedule.OneCycle(0.3, 0.04, 4e-6, false)).factor(step, steps, 1);
                assertTrue(factor > 0 && factor <= 1, step + " of " + steps + ": " + factor);
            }
        }
    }
}
