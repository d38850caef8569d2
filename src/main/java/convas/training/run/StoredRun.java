package convas.training.run;

import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.training.RunEvent;
import convas.training.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run as its folder tells it, as far as it can be read.
 *
 * @param metrics an entry per epoch done, in order
 * @param checkpoint the folder with {@code weights.safetensors} and {@code optimizer.safetensors}
 * @param problems what is missing or cannot be read; a run that was killed is no problem
 */
public record StoredRun(
        Path folder,
        Optional<Design> design,
        Optional<Recipe> recipe,
        Optional<RunCard> card,
        List<RunEvent.EpochEnd> metrics,
        Optional<Path> checkpoint,
        Optional<CheckpointState> state,
        List<Diagnostic> problems) {
    public StoredRun {
        metrics = List.copyOf(metrics);
        problems = List.copyOf(problems);
    }

    /**
     * Epochs that are done as a whole: what the checkpoint tells, since a run goes on from there. An epoch that was stopped
     * in its middle has figures too and is not done; nor is one whose figures were written just before a kill.
     */
    public int epochsDone() {
        return state.map(CheckpointState::epoch)
                .orElseGet(() ->
                        metrics.isEmpty() ? 0 : metrics.get(metrics.size() - 1).epoch());
    }
}
