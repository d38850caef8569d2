package convas.training.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import convas.graph.json.Reading;
import convas.operator.Initialization;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
        assertEquals(new OptimizerChoice.Adam(0.001, 0.9, 0.999, 1e-8, 0.01, true, true), recipe.optimizer());
        // torch.optim.Adam(..., weight_decay=0)
        assertEquals(
                new OptimizerChoice.Adam(0.001, 0.9, 0.999, 1e-8, 0, true, false),
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
                                        "weight_decay", Value.of(0.0005),
                                        "decay_norm_and_bias", Value.of(false))),
                        "schedule",
                                object(Map.of(
                                        "type", Value.of("cosine"),
                                        "warmup_epochs", Value.of(1),
                                        "final_factor", Value.of(0.01))),
                        "seed", Value.of(7),
                        "split_seed", Value.of(8)))
                .value()
                .orElseThrow();
        assertEquals(DataRecipe.named("letters"), recipe.dataset());
        assertEquals(3, recipe.epochs());
        assertEquals(16, recipe.batchSize());
        assertEquals(new OptimizerChoice.Sgd(0.1, 0.9, true, 0.0005, false), recipe.optimizer());
        assertEquals(new Schedule(1, new Schedule.Cosine(0.01)), recipe.schedule());
        assertEquals(7, recipe.seed());
        assertEquals(8, recipe.splitSeed());
    }

    @Test
    void readsWhatIsMadeSmallAndHow() {
        Recipe recipe = Recipe.read(Map.of(
                        "loss", Value.of("cross_entropy"),
                        "label_smoothing", Value.of(0.1),
                        "class_weights", Value.of(Value.of(1), Value.of(0.5)),
                        "clip_norm", Value.of(2),
                        "ema", object(Map.of("decay", Value.of(0.99), "warmup", Value.of(false))),
                        "early_stopping",
                                object(Map.of(
                                        "monitor", Value.of("validation_accuracy"),
                                        "patience", Value.of(4),
                                        "min_delta", Value.of(0.01))),
                        "initialization", Value.of("xavier_normal")))
                .value()
                .orElseThrow();
        assertEquals(
                new Objective(Optional.of(Loss.CROSS_ENTROPY), 0.1, ClassWeights.of(List.of(1.0, 0.5))),
                recipe.objective());
        assertEquals(OptionalDouble.of(2), recipe.clipNorm());
        assertEquals(Optional.of(new Averaging(0.99, false)), recipe.averaging());
        assertEquals(
                Optional.of(new EarlyStopping(EarlyStopping.Monitor.VALIDATION_ACCURACY, 4, 0.01)),
                recipe.earlyStopping());
        assertEquals(Initialization.XAVIER_NORMAL, recipe.initialization());
        assertEquals(recipe, Recipe.read(recipe.write()).value().orElseThrow());
    }

    @Test
    void refusesWhatItsLossHasNoUseFor() {
        assertEquals(
                List.of(
                        "training.label_smoothing: Label smoothing works with the loss cross_entropy; the loss is mse.",
                        "training.class_weights: Class weights work with the losses cross_entropy and bce; the loss is"
                                + " mse."),
                problems(Map.of(
                        "loss", Value.of("mse"),
                        "label_smoothing", Value.of(0.1),
                        "class_weights", Value.of("balanced"))));
    }

    @Test
    void refusesClassWeightsThatWeighNothing() {
        assertEquals(
                List.of("training.class_weights: Expected \"none\", \"balanced\", or a list of numbers that are 0 or"
                        + " greater and not all 0; found [0, 0]."),
                problems(Map.of("class_weights", Value.of(Value.of(0), Value.of(0)))));
    }

    @Test
    void balancesClassesByHowManyImagesTheyHave() {
        // 8 images: of three classes 2, 6 and none. 8 / (3 * 2) and 8 / (3 * 6).
        assertEquals(List.of(8.0 / 6, 8.0 / 18, 0.0), ClassWeights.BALANCED.of(new long[] {2, 6, 0}));
        assertEquals(List.of(), ClassWeights.NONE.of(new long[] {2, 6}));
    }

    @Test
    void averagesForgetTheirStartSoonerWhileWarmingUp() {
        Averaging warm = new Averaging(0.9, true);
        assertEquals(0, warm.decay(0));
        // (1 + 1) / (10 + 1), (1 + 8) / (10 + 8); 0.9 is passed at step 80: 81 / 90.
        assertEquals(2.0 / 11, warm.decay(1), 1e-12);
        assertEquals(0.5, warm.decay(8), 1e-12);
        assertEquals(0.9, warm.decay(200), 1e-12);
        assertEquals(0.9, new Averaging(0.9, false).decay(1), 1e-12);
    }

    @Test
    void readsBackWhatItWrites() {
        for (String type : List.of("SGD", "Adam", "AdamW", "RMSprop")) {
            for (String schedule : List.of("constant", "step", "cosine", "linear", "one_cycle")) {
                Recipe recipe = Recipe.read(Map.of(
                                "optimizer", object(Map.of("type", Value.of(type), "weight_decay", Value.of(0.25))),
                                "schedule", object(Map.of("type", Value.of(schedule)))))
                        .value()
                        .orElseThrow();
                assertEquals(type, recipe.optimizer().type());
                assertEquals(schedule, recipe.schedule().course().type());
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
                List.of("training.optimizer.type: Expected one of SGD, Adam, AdamW, RMSprop; found Lion."),
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
