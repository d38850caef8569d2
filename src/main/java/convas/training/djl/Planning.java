package convas.training.djl;

import convas.engine.RunFailure;
import convas.graph.Design;
import convas.graph.Value;
import convas.graph.json.Reading;
import convas.training.Planner;
import convas.training.TrainingPlan;
import convas.training.recipe.DataRecipe;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Plans where memory is bounded: all that is large then is the data, so that is what does not fit. */
final class Planning {
    private static final String PATH = "path";

    private final Planner planner;

    Planning(Planner planner) {
        this.planner = planner;
    }

    /** See {@link Planner#plan}. */
    TrainingPlan plan(Design design, OptionalInt epochs, OptionalLong seed) throws RunFailure {
        Reading<TrainingPlan> reading;
        try {
            reading = planner.plan(design, epochs, seed);
        } catch (OutOfMemoryError full) {
            throw RunFailure.of(
                    full,
                    "training.memory.data",
                    DataRecipe.of(design.training()).map(Planning::name).orElse("-"),
                    Runtime.getRuntime().maxMemory() >> 20);
        }
        if (reading.value().isEmpty()) {
            throw new RunFailure(reading.problems(), null);
        }
        return reading.value().get();
    }

    private static String name(DataRecipe data) {
        Optional<Value> path = Optional.ofNullable(data.options().get(PATH));
        return path.filter(Value.Text.class::isInstance)
                .map(text -> ((Value.Text) text).value())
                .orElse(data.type());
    }
}
