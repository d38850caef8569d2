package convas.training.recipe;

import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.json.Reading;
import convas.operator.Initialization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads a recipe and collects everything wrong with it. A field that nobody knows is an error: it may be a misspelling. */
final class RecipeReader {
    private static final int MOST_EPOCHS = 1_000_000;
    private static final int LARGEST_BATCH = 65_536;
    private static final String DECAYS_ALL = "decay_norm_and_bias";
    private static final String FINAL = "final_factor";

    /** The loss that fits the data. */
    static final String AUTO = "auto";

    private static final List<String> LOSSES =
            Stream.concat(Stream.of(AUTO), Loss.keys().stream()).toList();
    private static final List<String> INITIALIZATIONS =
            Arrays.stream(Initialization.values()).map(Initialization::key).toList();

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
                objective(fields),
                fields.has("clip_norm")
                        ? OptionalDouble.of(fields.number("clip_norm", 1, Fields.Range.POSITIVE))
                        : OptionalDouble.empty(),
                fields.mapping("ema").map(RecipeReader::averaging),
                fields.mapping("early_stopping").map(RecipeReader::earlyStopping),
                fields.choice("initialization", Initialization.PYTORCH.key(), INITIALIZATIONS)
                        .flatMap(Initialization::of)
                        .orElse(Initialization.PYTORCH),
                fields.whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                fields.whole("split_seed", 0, Long.MIN_VALUE, Long.MAX_VALUE));
        fields.refuseOthers();
        return recipe;
    }

    private Objective objective(Fields fields) {
        Optional<Loss> loss = fields.choice("loss", AUTO, LOSSES).flatMap(Loss::of);
        double smoothing = fields.number("label_smoothing", 0, Fields.Range.SHARE);
        Objective objective = new Objective(loss, smoothing, fields.classWeights("class_weights"));
        loss.ifPresent(used -> problems.addAll(objective.problems(used)));
        return objective;
    }

    private static Averaging averaging(Fields fields) {
        Averaging averaging =
                new Averaging(fields.number("decay", 0.999, Fields.Range.BELOW_ONE), fields.bool("warmup", true));
        fields.refuseOthers();
        return averaging;
    }

    private static EarlyStopping earlyStopping(Fields fields) {
        EarlyStopping.Monitor loss = EarlyStopping.Monitor.VALIDATION_LOSS;
        EarlyStopping.Monitor accuracy = EarlyStopping.Monitor.VALIDATION_ACCURACY;
        Optional<String> monitor = fields.choice("monitor", loss.key(), List.of(loss.key(), accuracy.key()));
        EarlyStopping stopping = new EarlyStopping(
                monitor.equals(Optional.of(accuracy.key())) ? accuracy : loss,
                (int) fields.whole("patience", 10, 1, MOST_EPOCHS),
                fields.number("min_delta", 0, Fields.Range.NOT_NEGATIVE));
        fields.refuseOthers();
        return stopping;
    }

    private OptimizerChoice optimizer(Fields fields) {
        Optional<String> type = fields.choice("type", "AdamW", List.of("SGD", "Adam", "AdamW", "RMSprop"));
        if (type.isEmpty()) {
            // Which fields belong here is not known, so none is called unknown.
            return adam(true, Fields.none(problems));
        }
        OptimizerChoice choice = switch (type.get()) {
            case "SGD" -> sgd(fields);
            case "Adam" -> adam(false, fields);
            case "RMSprop" -> rmsProp(fields);
            default -> adam(true, fields);
        };
        fields.refuseOthers();
        return choice;
    }

    private static OptimizerChoice sgd(Fields fields) {
        double momentum = fields.number("momentum", 0, Fields.Range.BELOW_ONE);
        boolean nesterov = fields.bool("nesterov", false);
        if (nesterov && momentum == 0) {
            fields.problem("nesterov", "training.nesterov");
        }
        return new OptimizerChoice.Sgd(
                fields.number("learning_rate", 0.01, Fields.Range.POSITIVE),
                momentum,
                nesterov,
                fields.number("weight_decay", 0, Fields.Range.NOT_NEGATIVE),
                fields.bool(DECAYS_ALL, true));
    }

    private static OptimizerChoice adam(boolean decoupled, Fields fields) {
        List<Double> betas = fields.pair("betas", List.of(0.9, 0.999), Fields.Range.BELOW_ONE);
        return new OptimizerChoice.Adam(
                fields.number("learning_rate", 0.001, Fields.Range.POSITIVE),
                betas.get(0),
                betas.get(1),
                fields.number("eps", 1e-8, Fields.Range.POSITIVE),
                fields.number("weight_decay", decoupled ? 0.01 : 0, Fields.Range.NOT_NEGATIVE),
                fields.bool(DECAYS_ALL, true),
                decoupled);
    }

    private static OptimizerChoice rmsProp(Fields fields) {
        return new OptimizerChoice.RmsProp(
                fields.number("learning_rate", 0.01, Fields.Range.POSITIVE),
                fields.number("alpha", 0.99, Fields.Range.BELOW_ONE),
                fields.number("eps", 1e-8, Fields.Range.POSITIVE),
                fields.number("momentum", 0, Fields.Range.BELOW_ONE),
                fields.bool("centered", false),
                fields.number("weight_decay", 0, Fields.Range.NOT_NEGATIVE),
                fields.bool(DECAYS_ALL, true));
    }

    private Schedule schedule(Fields fields) {
        Optional<String> type =
                fields.choice("type", "constant", List.of("constant", "step", "cosine", "linear", "one_cycle"));
        if (type.isEmpty()) {
            return Schedule.CONSTANT;
        }
        double warmup =
                type.get().equals("one_cycle") ? 0 : fields.number("warmup_epochs", 0, Fields.Range.NOT_NEGATIVE);
        Schedule schedule = new Schedule(warmup, course(type.get(), fields));
        fields.refuseOthers();
        return schedule;
    }

    private static Schedule.Course course(String type, Fields fields) {
        return switch (type) {
            case "step" ->
                new Schedule.Step(
                        fields.number("step_epochs", 10, Fields.Range.POSITIVE),
                        fields.number("gamma", 0.1, Fields.Range.POSITIVE));
            case "cosine" -> new Schedule.Cosine(fields.number(FINAL, 0, Fields.Range.SHARE));
            case "linear" -> new Schedule.Linear(fields.number(FINAL, 0, Fields.Range.SHARE));
            // OneCycleLR's defaults: 1 / 25, and 1 / 10,000 of that.
            case "one_cycle" ->
                new Schedule.OneCycle(
                        fields.number("rise", 0.3, Fields.Range.BELOW_ONE),
                        fields.number("start_factor", 0.04, Fields.Range.SHARE),
                        fields.number(FINAL, 4e-6, Fields.Range.SHARE),
                        fields.bool("cycle_momentum", true));
            default -> new Schedule.Constant();
        };
    }
}
