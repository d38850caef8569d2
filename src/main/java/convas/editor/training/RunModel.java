package convas.editor.training;

import convas.training.RunEvent;
import convas.training.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of the run that was started last. Follows the run's events; knows nothing of windows or threads. One
 * thread at a time uses it.
 */
public final class RunModel {
    /** How far a run has come. */
    public enum Phase {
        /** None was started yet. */
        IDLE,
        /** Wanted; the process does not train yet. */
        STARTING,
        RUNNING,
        /** Rests, as asked. */
        PAUSED,
        /** Asked to stop; still writing. */
        STOPPING,
        FINISHED,
        FAILED;

        public boolean isActive() {
            return this == STARTING || this == RUNNING || this == PAUSED || this == STOPPING;
        }
    }

    private Phase phase = Phase.IDLE;
    private boolean afterEpoch;
    private String design = "";
    private Optional<Recipe> recipe = Optional.empty();
    private Optional<RunEvent.DataRead> data = Optional.empty();
    private Optional<RunEvent.Started> started = Optional.empty();
    private Optional<RunEvent.Progress> progress = Optional.empty();
    private Optional<RunEvent.EpochEnd> epoch = Optional.empty();
    private Optional<RunEvent.Finished> finished = Optional.empty();
    private Optional<RunEvent.Tested> tested = Optional.empty();
    private List<String> problems = List.of();
    private Series trainLoss = new Series();
    private Series validationLoss = new Series();
    private Series trainAccuracy = new Series();
    private Series validationAccuracy = new Series();

    /** A new run is wanted; what was known of the one before is forgotten. */
    public void begin(String designName, Optional<Recipe> wanted) {
        phase = Phase.STARTING;
        design = designName;
        recipe = wanted;
        afterEpoch = false;
        data = Optional.empty();
        started = Optional.empty();
        progress = Optional.empty();
        epoch = Optional.empty();
        finished = Optional.empty();
        tested = Optional.empty();
        problems = List.of();
        trainLoss = new Series();
        validationLoss = new Series();
        trainAccuracy = new Series();
        validationAccuracy = new Series();
    }

    /** What the run that was begun last, and is gone on with, had told before: its curves begin there. */
    public void recall(List<RunEvent> past) {
        int batches = past.stream()
                .filter(RunEvent.Started.class::isInstance)
                .mapToInt(event -> ((RunEvent.Started) event).batchesPerEpoch())
                .max()
                .orElse(1);
        for (RunEvent event : past) {
            if (event instanceof RunEvent.Progress step) {
                draw(step, Math.max(1, batches));
            } else if (event instanceof RunEvent.EpochEnd end) {
                draw(end);
            }
        }
    }

    private void draw(RunEvent.Progress step, int batches) {
        double x = step.epoch() - 1 + (double) step.batch() / batches;
        trainLoss.add(x, step.loss());
        step.accuracy().ifPresent(value -> trainAccuracy.add(x, value));
    }

    private void draw(RunEvent.EpochEnd end) {
        epoch = Optional.of(end);
        validationLoss.add(end.epoch(), end.validationLoss());
        end.validationAccuracy().ifPresent(value -> validationAccuracy.add(end.epoch(), value));
    }

    /** A run was wanted but cannot be; what is known of the one before stays. */
    public void refuse(List<String> sentences) {
        problems = List.copyOf(sentences);
    }

    /** Somebody asked the run to stop. */
    public void stopping() {
        if (phase.isActive()) {
            phase = Phase.STOPPING;
        }
    }

    /** Somebody asked the run to stop after its epoch, or took that back. */
    public void stopAfterEpoch(boolean asked) {
        afterEpoch = asked && phase.isActive();
    }

    /** Whether the run is to stop after its epoch. */
    public boolean stopsAfterEpoch() {
        return afterEpoch;
    }

    public void accept(RunEvent event) {
        if (event instanceof RunEvent.DataRead read) {
            data = Optional.of(read);
        } else if (event instanceof RunEvent.Started first) {
            started = Optional.of(first);
            phase = phase == Phase.STOPPING ? phase : Phase.RUNNING;
        } else if (event instanceof RunEvent.Progress step) {
            progress = Optional.of(step);
            draw(step, batchesPerEpoch());
        } else if (event instanceof RunEvent.Paused) {
            phase = phase == Phase.STOPPING ? phase : Phase.PAUSED;
        } else if (event instanceof RunEvent.Resumed) {
            phase = phase == Phase.STOPPING ? phase : Phase.RUNNING;
            // Going on takes the wish back.
            afterEpoch = false;
        } else if (event instanceof RunEvent.EpochEnd end) {
            draw(end);
        } else if (event instanceof RunEvent.Tested shown) {
            tested = Optional.of(shown);
        } else if (event instanceof RunEvent.Finished last) {
            finished = Optional.of(last);
            phase = Phase.FINISHED;
        } else if (event instanceof RunEvent.Failed failed) {
            problems = failed.problems();
            phase = Phase.FAILED;
        }
    }

    private int batchesPerEpoch() {
        return Math.max(1, started.map(RunEvent.Started::batchesPerEpoch).orElse(1));
    }

    public Phase phase() {
        return phase;
    }

    /** The name of the design that is trained. */
    public String design() {
        return design;
    }

    /** Absent before the first run, and where a run's folder has none. */
    public Optional<Recipe> recipe() {
        return recipe;
    }

    /** How far the data is read; absent before that takes a while. */
    public Optional<RunEvent.DataRead> data() {
        return data;
    }

    public Optional<RunEvent.Started> started() {
        return started;
    }

    /** The newest. */
    public Optional<RunEvent.Progress> progress() {
        return progress;
    }

    /** The newest that is done. */
    public Optional<RunEvent.EpochEnd> epoch() {
        return epoch;
    }

    /** What the test has shown; absent before the end, and where the data has none. */
    public Optional<RunEvent.Tested> tested() {
        return tested;
    }

    public Optional<RunEvent.Finished> finished() {
        return finished;
    }

    /** Why the run broke off or was refused; empty where all is well. */
    public List<String> problems() {
        return problems;
    }

    /** The run's folder, as soon as there is one. */
    public Optional<Path> folder() {
        return finished.map(RunEvent.Finished::run).or(() -> started.map(RunEvent.Started::run));
    }

    /** How many epochs the run is to have; at least 1. */
    public int epochs() {
        return Math.max(
                1,
                started.map(RunEvent.Started::epochs)
                        .orElseGet(() -> recipe.map(Recipe::epochs).orElse(1)));
    }

    /** The epoch that is being trained or was trained last, from 1; 0 before the first. */
    public int currentEpoch() {
        return Math.max(
                progress.map(RunEvent.Progress::epoch).orElse(0),
                epoch.map(RunEvent.EpochEnd::epoch).orElse(0));
    }

    /** Epochs done, with the share of the one that is being trained. */
    public double epochsDone() {
        if (finished.isPresent()) {
            // An epoch that was stopped in its middle has told what it came to and is not done.
            return finished.get().epochs();
        }
        double batches = progress.map(step -> step.epoch() - 1 + (double) step.batch() / batchesPerEpoch())
                .orElse(0.0);
        return Math.max(batches, epoch.map(RunEvent.EpochEnd::epoch).orElse(0));
    }

    /** 0 to 1. */
    public double share() {
        return Math.min(1, epochsDone() / epochs());
    }

    /** Of the newest validation; absent before the first, and where the task has none. */
    public OptionalDouble accuracy() {
        if (finished.isPresent() && finished.get().validationAccuracy().isPresent()) {
            return finished.get().validationAccuracy();
        }
        return epoch.map(RunEvent.EpochEnd::validationAccuracy).orElse(OptionalDouble.empty());
    }

    /** By epochs done, as {@link #trainAccuracy}: a point for each report of progress. */
    public Series trainLoss() {
        return trainLoss;
    }

    /** By epochs done: a point for each epoch. */
    public Series validationLoss() {
        return validationLoss;
    }

    public Series trainAccuracy() {
        return trainAccuracy;
    }

    public Series validationAccuracy() {
        return validationAccuracy;
    }
}
