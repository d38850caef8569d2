package convas.training.archive;

import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.training.RunEvent;
import convas.training.run.RunCard;
import convas.training.run.StoredRun;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A run in one line. What its folder does not tell is absent.
 *
 * @param alive whether a process works on it now
 */
public record RunSummary(StoredRun stored, RunNotes notes, boolean alive) {
    /** How far a run has come. */
    public enum State {
        RUNNING,
        FINISHED,
        /** Stopped by a person; can be gone on with. */
        STOPPED,
        /** Ended by an error, which its card tells. */
        FAILED,
        /** Its process ended without a word; can be gone on with where there is a checkpoint. */
        BROKEN_OFF,
        /** The folder has no card that can be read. */
        UNREADABLE
    }

    public Path folder() {
        return stored.folder();
    }

    /** The name of its folder. */
    public String name() {
        return stored.folder().getFileName().toString();
    }

    public State state() {
        if (alive) {
            return State.RUNNING;
        } else if (stored.card().isEmpty()) {
            return State.UNREADABLE;
        }
        return switch (stored.card().get().status()) {
            case RUNNING -> State.BROKEN_OFF;
            case FINISHED -> State.FINISHED;
            case STOPPED -> State.STOPPED;
            case FAILED -> State.FAILED;
        };
    }

    /** The design's name. */
    public String design() {
        return stored.design()
                .map(Design::name)
                .or(() -> stored.card().map(RunCard::design))
                .orElse("");
    }

    public String dataset() {
        return stored.recipe().map(recipe -> recipe.dataset().type()).orElse("");
    }

    /** As ISO 8601; empty where unknown. */
    public String started() {
        return stored.card().map(RunCard::started).orElse("");
    }

    /** The digest of the program, see {@link convas.analysis.ProgramDigest}; empty where unknown. */
    public String program() {
        return stored.card().map(RunCard::program).orElse("");
    }

    /** The digest of the data as read; empty where unknown. */
    public String dataDigest() {
        return stored.card().map(RunCard::datasetDigest).orElse("");
    }

    public OptionalLong seed() {
        return stored.card().map(card -> OptionalLong.of(card.seed())).orElse(OptionalLong.empty());
    }

    /** Trained values. */
    public OptionalLong parameters() {
        return stored.card().map(card -> OptionalLong.of(card.parameters())).orElse(OptionalLong.empty());
    }

    /** Multiply-accumulates of one sample's forward pass, in convolution and linear layers. */
    public OptionalLong macs() {
        return stored.card()
                .filter(card -> card.macs() != null)
                .map(card -> OptionalLong.of(card.macs()))
                .orElse(OptionalLong.empty());
    }

    /** See {@link StoredRun#epochsDone}. */
    public int epochs() {
        return stored.epochsDone();
    }

    /** Of the newest epoch; 0 to 1. */
    public OptionalDouble accuracy() {
        return last().map(RunEvent.EpochEnd::validationAccuracy).orElse(OptionalDouble.empty());
    }

    public OptionalDouble trainAccuracy() {
        return last().map(RunEvent.EpochEnd::trainAccuracy).orElse(OptionalDouble.empty());
    }

    /** The best of all epochs; 0 to 1. */
    public OptionalDouble bestAccuracy() {
        return stored.metrics().stream()
                .map(RunEvent.EpochEnd::validationAccuracy)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
    }

    /** Validation loss of the newest epoch; empty where nothing validates. */
    public OptionalDouble loss() {
        return last().map(RunEvent.EpochEnd::validationLoss)
                .filter(loss -> !loss.isNaN())
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** Since the run's start. */
    public OptionalDouble seconds() {
        return last().map(end -> OptionalDouble.of(end.seconds())).orElse(OptionalDouble.empty());
    }

    /** Of a batch: median over the epochs. */
    public OptionalDouble stepMillis() {
        double[] speeds = stored.metrics().stream()
                .mapToDouble(RunEvent.EpochEnd::imagesPerSecond)
                .filter(speed -> speed > 0)
                .sorted()
                .toArray();
        if (speeds.length == 0 || stored.recipe().isEmpty()) {
            return OptionalDouble.empty();
        }
        double median = (speeds[(speeds.length - 1) / 2] + speeds[speeds.length / 2]) / 2;
        return OptionalDouble.of(1000 * stored.recipe().get().batchSize() / median);
    }

    /** Whether it can be gone on with from its newest checkpoint. */
    public boolean resumes() {
        State state = state();
        return stored.state().isPresent()
                && (state == State.STOPPED || state == State.BROKEN_OFF || state == State.FAILED)
                && stored.problems().stream().noneMatch(Diagnostic::isError);
    }

    /** Whether each word of {@code text} is in its name, design, data, state, tags or note; case does not matter. */
    public boolean matches(String text) {
        String all = String.join(
                        " ", name(), design(), dataset(), state().name(), String.join(" ", notes.tags()), notes.note())
                .toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private Optional<RunEvent.EpochEnd> last() {
        return stored.metrics().isEmpty()
                ? Optional.empty()
                : Optional.of(stored.metrics().get(stored.metrics().size() - 1));
    }
}
