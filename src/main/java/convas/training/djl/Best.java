package convas.training.djl;

import convas.training.RunEvent;
import convas.training.recipe.EarlyStopping;
import convas.training.run.CheckpointState;
import java.util.Optional;

/** The best epoch of a run, where its recipe asks to end early; watches nothing else. */
final class Best {
    private final Optional<EarlyStopping> stopping;
    private int epoch;
    private double value;

    /** @param state what was the best up to there */
    Best(Optional<EarlyStopping> stopping, CheckpointState state) {
        this.stopping = stopping;
        this.epoch = state.bestEpoch();
        this.value = state.best();
    }

    /** Whether this epoch is the best up to now. */
    boolean see(RunEvent.EpochEnd end) {
        if (stopping.isEmpty()) {
            return false;
        }
        double now = stopping.get().monitor() == EarlyStopping.Monitor.VALIDATION_LOSS
                ? end.validationLoss()
                : end.validationAccuracy().orElse(0);
        boolean better = Double.isFinite(now) && (epoch == 0 || stopping.get().isBetter(now, value));
        if (better) {
            epoch = end.epoch();
            value = now;
        }
        return better;
    }

    /** Whether the run has had its patience. */
    boolean isOver(int epochsDone) {
        return stopping.isPresent() && epochsDone - epoch >= stopping.get().patience();
    }

    /** Of the best; 0 where there is none. */
    int epoch() {
        return epoch;
    }

    double value() {
        return value;
    }
}
