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
 * @param device {@code cpu}, {@code gpu0}, ..., or {@code auto} for the first GPU where there is one
 * @param tensorBoard whether the run's metrics are also written for TensorBoard, see {@link convas.training.board}
 * @param stays whether the run goes on when whoever started it is gone; otherwise it writes a checkpoint then and ends
 */
public record RunOptions(
        OptionalInt epochs,
        OptionalLong seed,
        OptionalInt threads,
        double checkpointSeconds,
        String device,
        boolean tensorBoard,
        boolean stays) {
    /** The device where nothing else is asked for. */
    public static final String ANY_DEVICE = "auto";

    /** Nothing but what the recipe says. */
    public static final RunOptions DEFAULT = new RunOptions(
            OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty(), 30, ANY_DEVICE, false, false);

    public RunOptions withEpochs(OptionalInt changed) {
        return new RunOptions(changed, seed, threads, checkpointSeconds, device, tensorBoard, stays);
    }

    public RunOptions withSeed(OptionalLong changed) {
        return new RunOptions(epochs, changed, threads, checkpointSeconds, device, tensorBoard, stays);
    }

    public RunOptions withThreads(OptionalInt changed) {
        return new RunOptions(epochs, seed, changed, checkpointSeconds, device, tensorBoard, stays);
    }

    public RunOptions withCheckpointSeconds(double changed) {
        return new RunOptions(epochs, seed, threads, changed, device, tensorBoard, stays);
    }

    public RunOptions withDevice(String changed) {
        return new RunOptions(epochs, seed, threads, checkpointSeconds, changed, tensorBoard, stays);
    }

    public RunOptions withTensorBoard(boolean changed) {
        return new RunOptions(epochs, seed, threads, checkpointSeconds, device, changed, stays);
    }

    /** The run goes on when whoever started it is gone. */
    public RunOptions staying() {
        return new RunOptions(epochs, seed, threads, checkpointSeconds, device, tensorBoard, true);
    }
}
