package convas.training;

import convas.training.search.Search;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What happens during a run, in order: DataRead some times or never, one DataSaid, one Started, then Progress, Paused, Resumed and EpochEnd, then Tested where the
 * data has a test, then one Finished or Failed.
 * During a search: DataRead, then RateTried or BatchTried for each, then one Searched or Failed.
 */
public sealed interface RunEvent {
    /**
     * Some of the data's files are read; sent a few times a second at most, and only where there are many.
     *
     * @param files up to now
     */
    record DataRead(int files, int all) implements RunEvent {}

    /**
     * The data is read, and nothing is made of it yet.
     *
     * @param lines sentences that say what the run will use
     */
    record DataSaid(List<String> lines) implements RunEvent {
        public DataSaid {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The data is read and the network built.
     *
     * @param run the run's folder
     * @param notes sentences for the user, for instance that images are resized
     */
    record Started(
            Path run,
            int epochs,
            int batchesPerEpoch,
            int trainImages,
            int validationImages,
            String device,
            int threads,
            List<String> notes)
            implements RunEvent {
        public Started {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Some batches are done; sent a few times a second at most.
     *
     * @param epoch from 1
     * @param batch batches done in this epoch
     * @param loss mean over the batches since the last Progress
     * @param accuracy 0 to 1, over the same batches; absent where the task has none
     * @param secondsLeft estimate for the whole run
     */
    record Progress(
            int epoch, int batch, double loss, OptionalDouble accuracy, double imagesPerSecond, double secondsLeft)
            implements RunEvent {}

    /** The run rests, as asked; a checkpoint is written. */
    record Paused() implements RunEvent {}

    /** A rest is over. */
    record Resumed() implements RunEvent {}

    /**
     * An epoch is done and validated.
     *
     * @param epoch from 1
     * @param seconds since the run's start
     * @param measures other figures by name, for instance {@code validation_top5_accuracy}; which there are depends on
     *     the task
     */
    record EpochEnd(
            int epoch,
            double trainLoss,
            OptionalDouble trainAccuracy,
            double validationLoss,
            OptionalDouble validationAccuracy,
            double imagesPerSecond,
            double seconds,
            Map<String, Double> measures)
            implements RunEvent {
        public EpochEnd {
            measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        }

        /** Without other figures. */
        public EpochEnd(
                int epoch,
                double trainLoss,
                OptionalDouble trainAccuracy,
                double validationLoss,
                OptionalDouble validationAccuracy,
                double imagesPerSecond,
                double seconds) {
            this(
                    epoch,
                    trainLoss,
                    trainAccuracy,
                    validationLoss,
                    validationAccuracy,
                    imagesPerSecond,
                    seconds,
                    Map.of());
        }
    }

    /**
     * All epochs are done, and the images that neither trained nor validated were looked at with the weights of the end.
     *
     * @param accuracy 0 to 1
     */
    record Tested(int images, double loss, double accuracy) implements RunEvent {}

    /**
     * The run has ended as wanted, and its folder is complete.
     *
     * @param stopped whether the user stopped it early; a run that its recipe ended early was not stopped, and has done
     *     fewer epochs than it was to do
     * @param imagesPerSecond 0 where no step was left to take
     */
    record Finished(
            Path run,
            boolean stopped,
            int epochs,
            OptionalDouble trainAccuracy,
            OptionalDouble validationAccuracy,
            double seconds,
            double imagesPerSecond)
            implements RunEvent {
        /** Images per second; empty where no step was left to take. */
        public OptionalDouble speed() {
            return imagesPerSecond > 0 ? OptionalDouble.of(imagesPerSecond) : OptionalDouble.empty();
        }
    }

    /** One step was taken at a learning rate; the loss is that of its batch before the step, and may be no number. */
    record RateTried(double rate, double loss) implements RunEvent {}

    /**
     * Some steps were taken with a batch size.
     *
     * @param imagesPerSecond the median over its steps
     * @param memory bytes of the process when a step holds most; absent where the system does not tell
     */
    record BatchTried(int batch, double imagesPerSecond, OptionalLong memory) implements RunEvent {}

    /** A search has ended by itself, or as asked. */
    record Searched(Search.End why) implements RunEvent {}

    /**
     * The run could not start or has broken off; what was written up to then stays.
     *
     * @param problems sentences for the user, in the user's language; never empty
     * @param resumable whether the run's folder is there and what broke it off may be gone when it is gone on with
     */
    record Failed(List<String> problems, boolean resumable) implements RunEvent {
        public Failed {
            problems = List.copyOf(problems);
        }

        /** Of something that would go wrong again. */
        public Failed(List<String> problems) {
            this(problems, false);
        }
    }

    /** Whether no other event comes after this one. */
    default boolean isLast() {
        return this instanceof Finished || this instanceof Searched || this instanceof Failed;
    }
}
