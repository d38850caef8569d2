package convas.editor.data;

import convas.editor.problems.DataLooks;
import convas.editor.task.Pulse;
import convas.editor.task.Tasks;
import convas.training.data.DataLook;
import convas.training.data.DataSurveyor;
import convas.training.recipe.DataRecipe;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every file of a source in the background, one source at a time, and keeps what the last one came to. Another source
 * that is asked for ends the look that goes on. For the window's thread.
 */
final class WholeLook {
    private static final Logger LOG = LoggerFactory.getLogger(WholeLook.class);

    private final DataLooks looks;
    private final Tasks tasks;
    private final Pulse pulse;
    private final Runnable changed;
    private Optional<DataRecipe> source = Optional.empty();
    private Optional<DataLook> found = Optional.empty();
    private Optional<Reading> reading = Optional.empty();

    /** @param changed runs when there is something new to show, at most once a frame while files are read */
    WholeLook(DataLooks looks, Tasks tasks, Pulse pulse, Runnable changed) {
        this.looks = looks;
        this.tasks = tasks;
        this.pulse = pulse;
        this.changed = changed;
    }

    /** How far a look is. */
    record Progress(int files, int all) {}

    /** Sees to it that a source is looked at; one that was cancelled is left alone. */
    void ask(DataRecipe wanted) {
        if (!source.equals(Optional.of(wanted))) {
            begin(wanted);
        }
    }

    /** Looks at the source again, whatever was found. */
    void again() {
        source.ifPresent(this::begin);
    }

    /** What a source came to; absent before the end, and where it is not the one that was asked for last. */
    Optional<DataLook> of(DataRecipe asked) {
        return source.equals(Optional.of(asked)) ? found : Optional.empty();
    }

    /** Absent while nothing is read. */
    Optional<Progress> progress() {
        return reading.map(Reading::progress);
    }

    /** Ends the look that goes on; what it would have found stays unknown. */
    void cancel() {
        reading.ifPresent(Reading::end);
        reading = Optional.empty();
    }

    private void begin(DataRecipe wanted) {
        cancel();
        source = Optional.of(wanted);
        found = Optional.empty();
        Reading mine = new Reading();
        reading = Optional.of(mine);
        tasks.start(() -> looks.surveyor().whole(wanted, mine), look -> ended(mine, Optional.of(look)), failure -> {
            if (!(failure instanceof CancellationException)) {
                LOG.error("The look at the data failed", failure);
            }
            ended(mine, Optional.empty());
        });
    }

    private void ended(Reading mine, Optional<DataLook> look) {
        if (reading.equals(Optional.of(mine))) {
            reading = Optional.empty();
            found = look;
            look.ifPresent(known -> looks.seen(source.orElseThrow(), known.problems()));
            changed.run();
        }
    }

    /** One look; told of its files by several threads. */
    private final class Reading implements DataSurveyor.Watch {
        private final AtomicBoolean due = new AtomicBoolean();
        private volatile boolean ended;
        private volatile Progress progress = new Progress(0, 0);

        @Override
        public boolean reads(int files, int all) {
            progress = new Progress(files, all);
            if (!ended && due.compareAndSet(false, true)) {
                pulse.once(() -> {
                    due.set(false);
                    if (!ended) {
                        changed.run();
                    }
                });
            }
            return !ended;
        }

        private Progress progress() {
            return progress;
        }

        private void end() {
            ended = true;
        }
    }
}
