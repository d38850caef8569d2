package convas.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import convas.file.ClosedFolder;
import convas.file.UnfitFileException;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import convas.training.RunEvent;
import convas.training.recipe.Recipe;
import convas.training.worker.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a run's folder file by file; what is missing or broken becomes a diagnostic, and the rest is read all the same. */
final class RunReader {
    /** A design of 200,000 nodes, or some hundred thousand epochs, are less. */
    private static final int LARGEST = 64 << 20;

    private final Path folder;
    private final ClosedFolder closed;
    private final List<Diagnostic> problems = new ArrayList<>();

    RunReader(Path folder) {
        this.folder = folder;
        this.closed = new ClosedFolder(folder);
    }

    StoredRun read() {
        if (!Files.isDirectory(folder)) {
            problems.add(Diagnostic.error("", "", "training.run.no-folder", folder));
            return new StoredRun(
                    folder,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    problems);
        }
        Optional<Path> checkpoint = new Checkpoints(closed).find();
        return new StoredRun(
                folder,
                design(),
                recipe(),
                tree(RunFolder.CARD).flatMap(json -> convert(json, RunCard.class, RunFolder.CARD)),
                metrics(),
                checkpoint,
                checkpoint.flatMap(this::state),
                problems);
    }

    private Optional<Design> design() {
        return bytes(RunFolder.DESIGN).flatMap(json -> {
            Reading<Design> reading = new DesignFormat().read(json);
            problems.addAll(reading.problems());
            return reading.value();
        });
    }

    private Optional<Recipe> recipe() {
        return tree(RunFolder.RECIPE).flatMap(json -> {
            Reading<Recipe> reading = Recipe.read(ValueJson.readFields(json));
            problems.addAll(reading.problems());
            return reading.value();
        });
    }

    private Optional<CheckpointState> state(Path checkpoint) {
        String name = checkpoint.getFileName() + "/" + RunFolder.STATE;
        return tree(name).flatMap(json -> {
            List<Diagnostic> wrong = StateFields.problems(json, name);
            problems.addAll(wrong);
            return wrong.isEmpty() ? convert(json, CheckpointState.class, name) : Optional.empty();
        });
    }

    /** A run that was killed while a line was written has a part of one at its end, which is left out. */
    private List<RunEvent.EpochEnd> metrics() {
        if (!closed.has(RunFolder.METRICS)) {
            // A run that was stopped in its first epoch.
            return List.of();
        }
        List<RunEvent.EpochEnd> epochs = new ArrayList<>();
        bytes(RunFolder.METRICS).ifPresent(content -> {
            List<String> lines =
                    new String(content, StandardCharsets.UTF_8).lines().toList();
            for (int index = 0; index < lines.size(); index++) {
                Optional<RunEvent.EpochEnd> epoch = epoch(lines.get(index));
                epoch.ifPresent(epochs::add);
                if (epoch.isEmpty()) {
                    problems.add(Diagnostic.warning("", "", "training.run.bad-line", RunFolder.METRICS, index + 1));
                }
            }
        });
        return epochs;
    }

    private static Optional<RunEvent.EpochEnd> epoch(String line) {
        try {
            return EventJson.read(RunFolder.JSON.readTree(line))
                    .filter(RunEvent.EpochEnd.class::isInstance)
                    .map(RunEvent.EpochEnd.class::cast);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> tree(String name) {
        return bytes(name).flatMap(content -> {
            try {
                JsonNode tree = RunFolder.JSON.readTree(content);
                if (tree != null && tree.isObject()) {
                    return Optional.of(tree);
                }
            } catch (IOException broken) {
                // Said below, as for any other content that is not an object.
            }
            problems.add(Diagnostic.error("", "", "training.run.not-json", name));
            return Optional.empty();
        });
    }

    private <T> Optional<T> convert(JsonNode json, Class<T> type, String name) {
        try {
            return Optional.of(RunFolder.JSON.treeToValue(json, type));
        } catch (JsonProcessingException | IllegalArgumentException other) {
            problems.add(Diagnostic.error("", "", "training.run.not-json", name));
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(String name) {
        try {
            return Optional.of(closed.read(name, LARGEST));
        } catch (NoSuchFileException missing) {
            problems.add(
                    name.equals(RunFolder.CARD)
                            ? Diagnostic.error("", "", "training.run.no-card", name)
                            : Diagnostic.error("", "", "training.run.no-file", name));
        } catch (UnfitFileException unfit) {
            problems.add(
                    unfit.kind() == UnfitFileException.Kind.TOO_LARGE
                            ? Diagnostic.error("", "", "training.run.too-large", name, LARGEST >> 20)
                            : Diagnostic.error("", "", "training.run.no-regular-file", name));
        } catch (IOException unreadable) {
            problems.add(Diagnostic.error("", "", "training.run.unreadable", name, unreadable.getMessage()));
        }
        return Optional.empty();
    }
}
