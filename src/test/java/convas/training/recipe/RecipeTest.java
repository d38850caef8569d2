package convas.training.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import convas.graph.json.Reading;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RecipeTest {
    private static Value object(Map<String, Value> fields) {
        return new Value.Mapping(fields);
    }

    private static List<String> problems(Map<String, Value> training) {
        Reading<Recipe> reading = Recipe.read(training);
        assertTrue(reading.value().isEmpty());
        Texts texts = new Texts(Locale.ENGLISH);
        return reading.problems().stream().map(problem -> problem.line(texts)).toList();
    }

    @Test
    void usesPyTorchsDefaultsWhereNothingIsWritten() {
        Recipe recipe = Recipe.read(Map.of()).value().orElseThrow();
        assertEquals(DataRecipe.named("digits"), recipe.dataset());
        // torch.optim.AdamW(params, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.01)
        assertEquals(new OptimizerChoice.Adam(0.001, 0.9, 0.999, 1e-8, 0.01, true), recipe.optimizer());
        // torch.optim.Adam(..., weight_decay=0)
        assertEquals(
                new OptimizerChoice.Adam(0.001, 0.9, 0.999, 1e-8, 0, false),
                Recipe.read(Map.of("optimizer", object(Map.of("type", Value.of("Adam")))))
                        .value()
                        .orElseThrow()
                        .optimizer());
    }

    @Test
    void readsEveryField() {
        Recipe recipe = Recipe.read(Map.of(
                        "dataset", Value.of("letters"),
                        "epochs", Value.of(3),
                        "batch_size", Value.of(16),
                        "optimizer",
                                object(Map.of(
                                        "type", Value.of("SGD"),
                                        "learning_rate", Value.of(0.1),
                                        "momentum", Value.of(0.9),
                                        "nesterov", Value.of(true),
                                        "weight_decay", Value.of(0.0005))),
                        "schedule",
                                object(Map.of(
                                        "type", Value.of("cosine"),
                                        "warmup_epochs", Value.of(1),
                                        "final_factor", Value.of(0.01))),
                        "label_smoothing", Value.of(0.1),
                        "seed", Value.of(7),
                        "split_seed", Value.of(8)))
                .value()
                .orElseThrow();
        assertEquals(
                new Recipe(
                        DataRecipe.named("letters"),
                        3,
                        16,
                        new OptimizerChoice.Sgd(0.1, 0.9, true, 0.0005),
                        new Schedule(Schedule.Form.COSINE, 1, 0.01),
                        0.1,
                        7,
                        8),
                recipe);
    }

    @Test
    void readsBackWhatItWrites() {
        for (String type : List.of("SGD", "Adam", "AdamW")) {
            for (String schedule : List.of("constant", "cosine")) {
                Recipe recipe = Recipe.read(Map.of(
                                "optimizer", object(Map.of("type", Value.of(type), "weight_decay", Value.of(0.25))),
                                "schedule", object(Map.of("type", Value.of(schedule), "warmup_epochs", Value.of(0.5)))))
                        .value()
                        .orElseThrow();
                assertEquals(recipe, Recipe.read(recipe.write()).value().orElseThrow());
            }
        }
    }

    @Test
    void reportsEverythingWrongAtOnce() {
        List<String> lines = problems(Map.of(
                "epochs", Value.of(0),
                "batch_size", Value.of(2.5),
                "epoch", Value.of(5),
                "seed", Value.of("one"),
                "optimizer",
                        object(Map.of(
                                "type", Value.of("SGD"),
                                "learning_rate", Value.of(-1),
                                "nesterov", Value.of(true),
                                "betas", Value.of(Value.of(0.9), Value.of(0.99)))),
                "schedule", Value.of("cosine")));
        assertEquals(
                List.of(
                        "training.batch_size: Expected a whole number from 1 to 65536; found 2.5.",
                        "training.epoch: A recipe has no field \"epoch\" here.",
                        "training.epochs: Expected a whole number from 1 to 1000000; found 0.",
                        "training.optimizer.betas: A recipe has no field \"betas\" here.",
                        "training.optimizer.learning_rate: Expected a number greater than 0; found -1.",
                        "training.optimizer.nesterov: Nesterov needs a momentum greater than 0; found momentum 0.",
                        "training.schedule: Expected an object with fields; found cosine.",
                        "training.seed: Expected a whole number; found one."),
                lines.stream().sorted().toList());
    }

    @Test
    void namesTheOptimisersThereAre() {
        assertEquals(
                List.of("training.optimizer.type: Expected one of SGD, Adam, AdamW; found Lion."),
                problems(
                        Map.of("optimizer", object(Map.of("type", Value.of("Lion"), "learning_rate", Value.of(0.1))))));
    }

    @Test
    void refusesBetasThatAreNotTwoNumbersBelowOne() {
        assertEquals(
                List.of("training.optimizer.betas: Expected two numbers from 0 to below 1, as [0.9, 0.999];"
                        + " found [0.9, 1]."),
                problems(Map.of(
                        "optimizer",
                        object(Map.of("betas", new Value.Sequence(List.of(Value.of(0.9), Value.of(1))))))));
    }

    @Test
    void letsARequestChangeEpochsAndSeed() {
        Recipe recipe = Recipe.read(Map.of()).value().orElseThrow();
        Recipe changed = recipe.with(OptionalInt.of(2), OptionalLong.of(9));
        assertEquals(2, changed.epochs());
        assertEquals(9, changed.seed());
        assertEquals(recipe, recipe.with(OptionalInt.empty(), OptionalLong.empty()));
    }
}
