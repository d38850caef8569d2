package convas.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import convas.file.ClosedFolder;
import convas.graph.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares what a run is to go on from with the digests that the run kept of it. */
public final class CheckpointCheck {
    private static final int LARGEST = 64 << 20;

    private final List<Diagnostic> problems = new ArrayList<>();
    private final ClosedFolder run;

    private CheckpointCheck(ClosedFolder run) {
        this.run = run;
    }

    /**
     * Errors for all that is not as the run wrote it; one warning where the run's version kept no digests.
     *
     * @param checkpoint of the run, as it was found
     */
    public static List<Diagnostic> of(Path run, Path checkpoint) {
        CheckpointCheck check = new CheckpointCheck(new ClosedFolder(run));
        ClosedFolder folder = new ClosedFolder(checkpoint);
        check.digests(folder);
        return check.problems;
    }

    private void digests(ClosedFolder checkpoint) {
        String folder = checkpoint.path().getFileName() + "/";
        try {
            JsonNode digests = json(checkpoint, RunFolder.STATE).path(RunFolder.DIGESTS);
            if (digests.isMissingNode()) {
                problems.add(Diagnostic.warning("", "", "training.checkpoint.unchecked"));
                return;
            }
            for (String name : List.of(RunFolder.WEIGHTS, RunFolder.OPTIMIZER)) {
                compare(digests, name, Digest.of(checkpoint, name), "training.checkpoint.damaged", folder + name);
            }
            String design = Digest.ofDesign(json(run, RunFolder.DESIGN));
            compare(digests, RunFolder.DESIGN, design, "training.checkpoint.edited", RunFolder.DESIGN);
            String recipe = Digest.ofRecipe(json(run, RunFolder.RECIPE));
            compare(digests, RunFolder.RECIPE, recipe, "training.checkpoint.edited", RunFolder.RECIPE);
        } catch (JsonProcessingException broken) {
            problems.add(Diagnostic.error("", "", "training.run.not-json", folder + RunFolder.STATE));
        } catch (IOException unreadable) {
            problems.add(Diagnostic.error("", "", "training.checkpoint.unreadable", folder, unreadable.getMessage()));
        }
    }

    private static JsonNode json(ClosedFolder folder, String name) throws IOException {
        return RunFolder.JSON.readTree(folder.read(name, LARGEST));
    }

    private void compare(JsonNode digests, String name, String found, String key, String shown) {
        if (!digests.path(name).asText().equals(found)) {
            problems.add(Diagnostic.error("", "", key, shown));
        }
    }
}
