package convas.training.recipe;

import convas.graph.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a recipe as {@link RecipeReader} reads it. */
final class RecipeWriter {
    private RecipeWriter() {}

    static Map<String, Value> write(Recipe recipe) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("dataset", recipe.dataset().write());
        fields.put("epochs", Value.of(recipe.epochs()));
        fields.put("batch_size", Value.of(recipe.batchSize()));
        fields.put("optimizer", optimizer(recipe.optimizer()));
        fields.put("schedule", schedule(recipe.schedule()));
        Objective objective = recipe.objective();
        fields.put("loss", Value.of(objective.loss().map(Loss::key).orElse(RecipeReader.AUTO)));
        fields.put("label_smoothing", Value.of(objective.labelSmoothing()));
        fields.put("class_weights", classWeights(objective.classWeights()));
        recipe.clipNorm().ifPresent(norm -> fields.put("clip_norm", Value.of(norm)));
        recipe.averaging().ifPresent(averaging -> {
            Map<String, Value> ema = new LinkedHashMap<>();
            ema.put("decay", Value.of(averaging.decay()));
            ema.put("warmup", Value.of(averaging.warmup()));
            fields.put("ema", new Value.Mapping(ema));
        });
        recipe.earlyStopping().ifPresent(early -> {
            Map<String, Value> stopping = new LinkedHashMap<>();
            stopping.put("monitor", Value.of(early.monitor().key()));
            stopping.put("patience", Value.of(early.patience()));
            stopping.put("min_delta", Value.of(early.minDelta()));
            fields.put("early_stopping", new Value.Mapping(stopping));
        });
        fields.put("initialization", Value.of(recipe.initialization().key()));
        fields.put("seed", Value.of(recipe.seed()));
        fields.put("split_seed", Value.of(recipe.splitSeed()));
        return fields;
    }

    private static Value optimizer(OptimizerChoice optimizer) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("type", Value.of(optimizer.type()));
        fields.put("learning_rate", Value.of(optimizer.learningRate()));
        if (optimizer instanceof OptimizerChoice.Sgd sgd) {
            fields.put("momentum", Value.of(sgd.momentum()));
            fields.put("nesterov", Value.of(sgd.nesterov()));
        } else if (optimizer instanceof OptimizerChoice.Adam adam) {
            fields.put("betas", Value.of(Value.of(adam.beta1()), Value.of(adam.beta2())));
            fields.put("eps", Value.of(adam.epsilon()));
        } else if (optimizer instanceof OptimizerChoice.RmsProp rms) {
            fields.put("alpha", Value.of(rms.alpha()));
            fields.put("eps", Value.of(rms.epsilon()));
            fields.put("momentum", Value.of(rms.momentum()));
            fields.put("centered", Value.of(rms.centered()));
        }
        fields.put("weight_decay", Value.of(optimizer.weightDecay()));
        fields.put("decay_norm_and_bias", Value.of(optimizer.decaysAll()));
        return new Value.Mapping(fields);
    }

    private static Value schedule(Schedule schedule) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("type", Value.of(schedule.course().type()));
        if (schedule.course() instanceof Schedule.OneCycle cycle) {
            fields.put("rise", Value.of(cycle.rise()));
            fields.put("start_factor", Value.of(cycle.startFactor()));
            fields.put("final_factor", Value.of(cycle.finalFactor()));
            fields.put("cycle_momentum", Value.of(cycle.cyclesMomentum()));
            return new Value.Mapping(fields);
        }
        fields.put("warmup_epochs", Value.of(schedule.warmupEpochs()));
        if (schedule.course() instanceof Schedule.Step step) {
            fields.put("step_epochs", Value.of(step.epochs()));
            fields.put("gamma", Value.of(step.gamma()));
        } else if (schedule.course() instanceof Schedule.Cosine cosine) {
            fields.put("final_factor", Value.of(cosine.finalFactor()));
        } else if (schedule.course() instanceof Schedule.Linear line) {
            fields.put("final_factor", Value.of(line.finalFactor()));
        }
        return new Value.Mapping(fields);
    }

    private static Value classWeights(ClassWeights weights) {
        if (weights.given().isEmpty()) {
            return Value.of(weights.balanced() ? "balanced" : "none");
        }
        return new Value.Sequence(
                weights.given().stream().map(w -> Value.of(w.doubleValue())).toList());
    }
}
