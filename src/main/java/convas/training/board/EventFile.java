package convas.training.board;

import convas.training.RunEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A run's metrics as TensorBoard reads them: a file {@code events.out.tfevents.SECONDS.HOST.PROCESS} in the run's folder, so
 * that {@code tensorboard --logdir runs} shows every run by its name. Holds {@code loss/train} and {@code accuracy/train}
 * with every report of progress, {@code loss/validation}, {@code accuracy/validation}, {@code loss/epoch} and
 * {@code accuracy/epoch} (training, over a whole epoch) and {@code images_per_second} after each epoch, all over steps. A run
 * does not depend on it: where it cannot be written the run goes on without.
 */
public final class EventFile implements Consumer<RunEvent>, AutoCloseable {
    // The fields of TensorFlow's event.proto and summary.proto.
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION = 7;
    private static final int SESSION_STATUS = 1;
    private static final int SESSION_START = 1;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_NUMBER = 2;
    private static final double MILLIS = 1000;

    private final LongSupplier clock;
    private final long firstStep;
    private RecordFile file;
    private int batches;

    /**
     * Begins a file.
     *
     * @param firstStep where the run goes on: what an earlier file tells of later steps no longer counts
     * @param clock milliseconds since 1970
     */
    public EventFile(Path run, long firstStep, LongSupplier clock) {
        this.clock = clock;
        this.firstStep = firstStep;
        try {
            file = new RecordFile(
                    run,
                    "events.out.tfevents."
                            + String.format(java.util.Locale.ROOT, "%010d", clock.getAsLong() / 1000)
                            + "." + host() + "." + ProcessHandle.current().pid());
            add(time().text(FILE_VERSION, "brain.Event:2"));
        } catch (IOException refused) {
            file = null;
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            batches = started.batchesPerEpoch();
            // TensorBoard forgets what was told of this step and later ones.
            add(time().whole(STEP, firstStep).message(SESSION, new Message().whole(SESSION_STATUS, SESSION_START)));
        } else if (event instanceof RunEvent.Progress progress) {
            Message summary = new Message();
            value(summary, "loss/train", OptionalDouble.of(progress.loss()));
            value(summary, "accuracy/train", progress.accuracy());
            add((long) (progress.epoch() - 1) * batches + progress.batch(), summary);
        } else if (event instanceof RunEvent.EpochEnd end) {
            Message summary = new Message();
            value(summary, "loss/epoch", OptionalDouble.of(end.trainLoss()));
            value(summary, "accuracy/epoch", end.trainAccuracy());
            value(summary, "loss/validation", OptionalDouble.of(end.validationLoss()));
            value(summary, "accuracy/validation", end.validationAccuracy());
            value(summary, "images_per_second", OptionalDouble.of(end.imagesPerSecond()));
            add((long) end.epoch() * batches, summary);
        }
    }

    private static void value(Message summary, String tag, OptionalDouble value) {
        if (value.isPresent()) {
            summary.message(
                    SUMMARY_VALUE, new Message().text(VALUE_TAG, tag).real(VALUE_NUMBER, (float) value.getAsDouble()));
        }
    }

    private Message time() {
        return new Message().real(WALL_TIME, clock.getAsLong() / MILLIS);
    }

    private void add(long step, Message summary) {
        add(time().whole(STEP, step).message(SUMMARY, summary));
    }

    private void add(Message event) {
        if (file == null) {
            return;
        }
        try {
            file.add(event.bytes());
        } catch (IOException full) {
            close();
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException full) {
                // Nothing depends on what is lost.
            }
            file = null;
        }
    }
}
