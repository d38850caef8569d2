package convas.training.djl;

import convas.engine.RunFailure;
import convas.file.ClosedFolder;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.tensor.SafetensorsFile;
import convas.tensor.TensorData;
import convas.training.RunEvent;
import convas.training.RunOptions;
import convas.training.TrainingPlan;
import convas.training.run.CheckpointCheck;
import convas.training.run.CheckpointState;
import convas.training.run.RunCard;
import convas.training.run.RunFolder;
import convas.training.run.StoredRun;
import java.io.IOException;
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
 * @param notes what the person is to know who goes on with it
 * @param last what the newest epoch that is done came to; absent where there is none
 */
record Beginning(
        TrainingPlan plan,
        CheckpointState state,
        Optional<SafetensorsFile> weights,
        Optional<SafetensorsFile> optimizer,
        List<Diagnostic> notes,
        Optional<RunEvent.EpochEnd> last)
        implements AutoCloseable {
    static Beginning fresh(TrainingPlan plan) {
        return new Beginning(
                plan,
                CheckpointState.start(plan.recipe().seed()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /**
     * At the newest checkpoint of a run, with its design and recipe.
     *
     * @param options may ask for more epochs
     * @throws RunFailure with everything that keeps the run from going on to the same numbers
     */
    static Beginning resumed(StoredRun stored, Planning planning, RunOptions options) throws RunFailure {
        try {
            return checked(stored, planning, options);
        } catch (RunFailure refused) {
            // One checkpoint is kept: the one before goes when the next is whole.
            throw refused.problems().stream().anyMatch(Beginning::isDamage)
                    ? refused.and(
                            "training.resume.remedy",
                            stored.folder(),
                            stored.folder().resolve(RunFolder.DESIGN))
                    : refused;
        }
    }

    private static boolean isDamage(Diagnostic problem) {
        String key = problem.key();
        return (key.startsWith("training.checkpoint.") && !key.equals("training.checkpoint.edited"))
                || key.equals("training.resume.no-checkpoint")
                || problem.arguments().stream().anyMatch(each -> each.endsWith(RunFolder.STATE));
    }

    private static Beginning checked(StoredRun stored, Planning planning, RunOptions options) throws RunFailure {
        List<Diagnostic> problems = new ArrayList<>(
                stored.problems().stream().filter(Diagnostic::isError).toList());
        boolean anew = stored.checkpoint().isEmpty() && stored.metrics().isEmpty();
        if (problems.isEmpty()
                && !anew
                && (stored.state().isEmpty() || stored.checkpoint().isEmpty())) {
            problems.add(Diagnostic.error("", "", "training.resume.no-checkpoint", stored.folder()));
        }
        if (!problems.isEmpty()) {
            throw new RunFailure(problems, null);
        }
        // One that was killed before its first checkpoint has lost nothing by beginning again.
        CheckpointState state = anew
                ? CheckpointState.start(stored.card().orElseThrow().seed())
                : stored.state().orElseThrow();
        int epochs = options.epochs().orElse(stored.recipe().orElseThrow().epochs());
        RunCard card = stored.card().orElseThrow();
        // One that was killed behind its last epoch still lacks its test and its end.
        boolean isOver = card.status() == RunCard.Status.FINISHED && state.batch() == 0;
        if (epochs < state.epoch() || (epochs == state.epoch() && isOver)) {
            throw RunFailure.of(null, "training.resume.done", state.epoch());
        }
        TrainingPlan plan =
                planning.plan(stored.design().orElseThrow(), OptionalInt.of(epochs), OptionalLong.of(state.seed()));
        if (!plan.dataset().digest().equals(card.datasetDigest())) {
            throw RunFailure.of(null, "training.resume.other-data", card.dataset());
        }
        if (anew) {
            return fresh(plan);
        }
        int batches = plan.batchesPerEpoch();
        if (state.batch() >= batches || state.step() != (long) state.epoch() * batches + state.batch()) {
            throw RunFailure.of(null, "training.checkpoint.place", state.epoch(), state.batch(), state.step(), batches);
        }
        Path checkpoint = stored.checkpoint().orElseThrow();
        List<Diagnostic> checked = CheckpointCheck.of(stored.folder(), checkpoint);
        if (checked.stream().anyMatch(Diagnostic::isError)) {
            throw new RunFailure(checked, null);
        }
        return new Beginning(
                plan,
                state,
                Optional.of(tensors(checkpoint, RunFolder.WEIGHTS)),
                Optional.of(tensors(checkpoint, RunFolder.OPTIMIZER)),
                checked,
                stored.metrics().stream()
                        .filter(end -> end.epoch() <= state.epoch())
                        .reduce((before, after) -> after));
    }

    /** The weights as trained, where {@link #weights} are averages of them. */
    Map<String, TensorData> trained() {
        Map<String, TensorData> trained = new LinkedHashMap<>();
        optimizer.orElseThrow().tensors().forEach((name, tensor) -> {
            if (name.startsWith(CheckpointFile.TRAINED)) {
                trained.put(name.substring(CheckpointFile.TRAINED.length()), tensor);
            }
        });
        return trained;
    }

    private static SafetensorsFile tensors(Path checkpoint, String name) throws RunFailure {
        Path file = checkpoint.resolve(name);
        try {
            Reading<SafetensorsFile> reading =
                    SafetensorsFile.open(new ClosedFolder(checkpoint).open(name, Long.MAX_VALUE), file);
            return reading.value().orElseThrow(() -> new RunFailure(reading.problems(), null));
        } catch (IOException unreadable) {
            throw RunFailure.of(unreadable, "training.run.unreadable", file, unreadable.getMessage());
        }
    }

    /** What it has open of the checkpoint. */
    @Override
    public void close() {
        weights.ifPresent(SafetensorsFile::close);
        optimizer.ifPresent(SafetensorsFile::close);
    }
}
