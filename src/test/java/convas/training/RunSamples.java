package convas.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.Value;
import convas.graph.Variable;
import convas.graph.json.DesignFormat;
import convas.training.recipe.Recipe;
import convas.training.run.CheckpointState;
import convas.training.run.EventLog;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Folders of runs that nobody trained. */
public final class RunSamples {
    private RunSamples() {}

    /**
     * A run of a linear network with two epochs.
     *
     * @param accuracy of validation after the second epoch; half of it after the first
     */
    public static Path write(Path runs, String name, double accuracy, long parameters, RunCard.Status status)
            throws IOException {
        return write(runs, name, accuracy, parameters, status, Map.of("epochs", Value.of(2)));
    }

    public static Path write(
            Path runs, String name, double accuracy, long parameters, RunCard.Status status, Map<String, Value> recipe)
            throws IOException {
        RunFolder folder = RunFolder.create(runs, name, LocalDateTime.of(2026, 3, 4, 5, 6, 7));
        folder.writeDesign(
                new DesignFormat().write(Designs.linear("[1, 8, 8]", 10, "{}").withName(name)));
        folder.writeRecipe(Recipe.read(recipe).value().orElseThrow());
        folder.writeCard(card(name, status, parameters));
        try (EventLog log = EventLog.open(folder.path(), CheckpointState.start(1))) {
            log.accept(new RunEvent.Started(folder.path(), 2, 10, 100, 20, "cpu", 1, List.of()));
            for (int epoch = 1; epoch <= 2; epoch++) {
                log.accept(new RunEvent.Progress(epoch, 5, 1.0 / epoch, OptionalDouble.of(0.4), 1000, 1));
                RunEvent.EpochEnd end = new RunEvent.EpochEnd(
                        epoch,
                        0.5,
                        OptionalDouble.of(0.8),
                        0.4,
                        OptionalDouble.of(accuracy * epoch / 2),
                        1000,
                        1.5 * epoch);
                log.accept(end);
                folder.appendMetrics(end);
            }
        }
        return folder.path();
    }

    /** Of a design with ten MACs fewer than parameters. */
    public static RunCard card(String name, RunCard.Status status, long parameters) {
        return new RunCard(
                status,
                name,
                "2026-03-04T05:06:07Z",
                "1",
                "PyTorch 2.7.1",
                "17",
                "Linux",
                2,
                "cpu",
                1,
                3,
                "digits",
                "digest",
                100,
                20,
                List.of(),
                List.of(),
                parameters,
                List.of(),
                List.of(),
                parameters - 10,
                null,
                null,
                null);
    }

    /** Says that a run trained a certain program of a design with these variables. */
    public static void program(Path run, String name, Map<String, Long> variables, String digest) throws IOException {
        change(run, card -> card.put("program", digest));
        Map<String, Variable> values = new LinkedHashMap<>();
        variables.forEach((variable, value) -> values.put(variable, Variable.of(Value.of(value))));
        Files.write(
                run.resolve(RunFolder.DESIGN),
                new DesignFormat()
                        .write(Designs.linear("[1, 8, 8]", 10, "{}")
                                .withName(name)
                                .withVariables(values)));
    }

    public static void seed(Path run, long seed) throws IOException {
        change(run, card -> card.put("seed", seed));
    }

    /** As if nothing had validated. */
    public static void unmeasured(Path run) throws IOException {
        Path metrics = run.resolve(RunFolder.METRICS);
        Files.writeString(
                metrics,
                Files.readString(metrics)
                        .replaceAll("\"validation_loss\":[^,]*", "\"validation_loss\":\"NaN\"")
                        .replaceAll("\"validation_accuracy\":[^,]*,", ""));
    }

    private static void change(Path run, Consumer<ObjectNode> edit) throws IOException {
        Path file = run.resolve(RunFolder.CARD);
        ObjectNode card = (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(file));
        edit.accept(card);
        Files.writeString(file, card.toString());
    }
}
