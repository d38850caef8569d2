package convas.training;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a request may ask for beside the design's recipe.
 *
 * @param epochs instead of the recipe's
 * @param seed instead of the recipe's
 * @param threads of the engine; absent means one for small networks, which gain nothing from more, and else the number
 *     of processors, see {@link TrainingPlan#sensibleThreads}
 * @param checkpointSeconds within an epoch a checkpoint is written this often, at most; there is one after every epoch
 *     anyway
 * @param stays whether the run goes on when whoever started it is gone; otherwise it writes a checkpoint then and ends
 */
public record RunOptions(
        OptionalInt epochs, OptionalLong seed, OptionalInt threads, double checkpointSeconds, boolean stays) {
    /** Nothing but what the recipe says. */
    public static final RunOptions DEFAULT =
            new RunOptions(OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty(), 30, false);

    public RunOptions withEpochs(OptionalInt changed) {
        return new RunOptions(changed, seed, threads, checkpointSeconds, stays);
    }

    public RunOptions withSeed(OptionalLong changed) {
        return new RunOptions(epochs, changed, threads, checkpointSeconds, stays);
    }

    public RunOptions withThreads(OptionalInt changed) {
        return new RunOptions(epochs, seed, changed, checkpointSeconds, stays);
    }

    public RunOptions withCheckpointSeconds(double changed) {
        return new RunOptions(epochs, seed, threads, changed, stays);
    }

    /** The run goes on when whoever started it is gone. */
    public RunOptions staying() {
        return new RunOptions(epochs, seed, threads, checkpointSeconds, true);
    }
}
