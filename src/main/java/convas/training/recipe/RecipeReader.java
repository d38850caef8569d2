package convas.training.recipe;

import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.json.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a recipe and collects everything wrong with it. A field that nobody knows is an error: it may be a misspelling. */
final class RecipeReader {
    private static final int MOST_EPOCHS = 1_000_000;
    private static final int LARGEST_BATCH = 65_536;

    private final List<Diagnostic> problems = new ArrayList<>();

    private RecipeReader() {}

    static Reading<Recipe> read(Map<String, Value> training) {
        RecipeReader reader = new RecipeReader();
        Recipe recipe = reader.recipe(new Fields("training", training, reader.problems));
        return new Reading<>(reader.problems.isEmpty() ? Optional.of(recipe) : Optional.empty(), reader.problems);
    }

    static Optional<DataRecipe> dataset(Map<String, Value> training) {
        List<Diagnostic> refused = new ArrayList<>();
        DataRecipe data = DataReader.read(new Fields("training", training, refused));
        return refused.isEmpty() ? Optional.of(data) : Optional.empty();
    }

    private Recipe recipe(Fields fields) {
        Recipe recipe = new Recipe(
                DataReader.read(fields),
                (int) fields.whole("epochs", 10, 1, MOST_EPOCHS),
                (int) fields.whole("batch_size", 64, 1, LARGEST_BATCH),
                fields.mapping("optimizer").map(this::optimizer).orElseGet(() -> adam(true, Fields.none(problems))),
                fields.mapping("schedule").map(this::schedule).orElse(Schedule.CONSTANT),
                fields.number("label_smoothing", 0, Fields.Range.SHARE),
                fields.whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                fields.whole("split_seed", 0, Long.MIN_VALUE, Long.MAX_VALUE));
        fields.refuseOthers();
        return recipe;
    }

    private OptimizerChoice optimizer(Fields fields) {
        Optional<String> type = fields.choice("type", "AdamW", List.of("SGD", "Adam", "AdamW"));
        if (type.isEmpty()) {
            // Which fields belong here is not known, so none is called unknown.
            return adam(true, Fields.none(problems));
        }
        OptimizerChoice choice = switch (type.get()) {
            case "SGD" -> sgd(fields);
            case "Adam" -> adam(false, fields);
            default -> adam(true, fields);
        };
        fields.refuseOthers();
        return choice;
    }

    private OptimizerChoice sgd(Fields fields) {
        double momentum = fields.number("momentum", 0, Fields.Range.BELOW_ONE);
        boolean nesterov = fields.bool("nesterov", false);
        if (nesterov && momentum == 0) {
            fields.problem("nesterov", "training.nesterov");
        }
        return new OptimizerChoice.Sgd(
                fields.number("learning_rate", 0.01, Fields.Range.POSITIVE),
                momentum,
                nesterov,
                fields.number("weight_decay", 0, Fields.Range.NOT_NEGATIVE));
    }

    private OptimizerChoice adam(boolean decoupled, Fields fields) {
        List<Double> betas = fields.pair("betas", List.of(0.9, 0.999), Fields.Range.BELOW_ONE);
        return new OptimizerChoice.Adam(
                fields.number("learning_rate", 0.001, Fields.Range.POSITIVE),
                betas.get(0),
                betas.get(1),
                fields.number("eps", 1e-8, Fields.Range.POSITIVE),
                fields.number("weight_decay", decoupled ? 0.01 : 0, Fields.Range.NOT_NEGATIVE),
                decoupled);
    }

    private Schedule schedule(Fields fields) {
        Optional<String> type = fields.choice("type", "constant", List.of("constant", "cosine"));
        double warmup = fields.number("warmup_epochs", 0, Fields.Range.NOT_NEGATIVE);
        double last = 0;
        if (!type.equals(Optional.of("constant"))) {
            last = fields.number("final_factor", 0, Fields.Range.SHARE);
        }
        fields.refuseOthers();
        boolean cosine = type.equals(Optional.of("cosine"));
        return new Schedule(cosine ? Schedule.Form.COSINE : Schedule.Form.CONSTANT, warmup, last);
    }
}
