package convas.training.djl;

import convas.compiler.FloatTensor;
import convas.compiler.TensorFile;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.training.Planner;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.TrainingPlan;
import convas.training.run.CheckpointState;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where a run starts: at its first step, or at the checkpoint of one that broke off.
 *
 * @param weights and
 * @param optimizer the checkpoint's tensors; absent at the first step
 * @param last what the newest epoch that is done came to; absent where there is none
 */
record Beginning(
        TrainingPlan plan,
        CheckpointState state,
        Optional<TensorFile> weights,
        Optional<TensorFile> optimizer,
        Optional<RunEvent.EpochEnd> last) {
    static Beginning fresh(TrainingPlan plan) {
        return new Beginning(
                plan,
                CheckpointState.start(plan.recipe().seed()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * At the newest checkpoint of a run, with its design and recipe.
     *
     * @param options may ask for more epochs
     * @throws RunFailure with everything that keeps the run from going on to the same numbers
     */
    static Beginning resumed(StoredRun stored, Planner planner, RunOptions options) throws RunFailure {
        List<Diagnostic> problems = new ArrayList<>(
                stored.problems().stream().filter(Diagnostic::isError).toList());
        if (problems.isEmpty()
                && (stored.state().isEmpty() || stored.checkpoint().isEmpty())) {
            problems.add(Diagnostic.error("", "", "training.resume.no-checkpoint", stored.folder()));
        }
        if (!problems.isEmpty()) {
            throw new RunFailure(problems, null);
        }
        CheckpointState state = stored.state().orElseThrow();
        int epochs = options.epochs().orElse(stored.recipe().orElseThrow().epochs());
        RunCard card = stored.card().orElseThrow();
        // One that was killed behind its last epoch still lacks its test and its end.
        boolean isOver = card.status() == RunCard.Status.FINISHED && state.batch() == 0;
        if (epochs < state.epoch() || (epochs == state.epoch() && isOver)) {
            throw RunFailure.of(null, "training.resume.done", state.epoch());
        }
        Reading<TrainingPlan> reading =
                planner.plan(stored.design().orElseThrow(), OptionalInt.of(epochs), OptionalLong.of(state.seed()));
        TrainingPlan plan = reading.value().orElseThrow(() -> new RunFailure(reading.problems(), null));
        if (!plan.dataset().digest().equals(card.datasetDigest())) {
            throw RunFailure.of(null, "training.resume.other-data", card.dataset());
        }
        Path checkpoint = stored.checkpoint().orElseThrow();
        return new Beginning(
                plan,
                state,
                Optional.of(tensors(checkpoint.resolve(RunFolder.WEIGHTS))),
                Optional.of(tensors(checkpoint.resolve(RunFolder.OPTIMIZER))),
                stored.metrics().stream()
                        .filter(end -> end.epoch() <= state.epoch())
                        .reduce((before, after) -> after));
    }

    /** The weights as trained, where {@link #weights} are averages of them. */
    TensorFile trained() {
        Map<String, FloatTensor> trained = new LinkedHashMap<>();
        optimizer.orElseThrow().tensors().forEach((name, tensor) -> {
            if (name.startsWith(CheckpointFile.TRAINED)) {
                trained.put(name.substring(CheckpointFile.TRAINED.length()), tensor);
            }
        });
        return TensorFile.of(trained);
    }

    private static TensorFile tensors(Path file) throws RunFailure {
        Reading<TensorFile> reading = TensorFile.read(file);
        return reading.value().orElseThrow(() -> new RunFailure(reading.problems(), null));
    }
}
