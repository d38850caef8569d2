package convas.child;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a process on a thread of its own and tells an observer what it says: any number of events and then, whatever is
 * thrown on the way, also by the observer, exactly one last event and none after it. Whoever waits for that never waits in
 * vain.
 *
 * @param <E> what is told
 */
public final class Following<E> {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    /** A process that has closed its output has nothing more to say; one that stays all the same is ended. */
    private static final long PATIENCE_SECONDS = 60;
    /** What somebody else, who has the same pipe, may write to it is not waited for. */
    private static final long LAST_WORDS_MILLIS = 5_000;

    private final Consumer<E> observer;
    private volatile boolean over;

    public Following(Consumer<E> observer) {
        this.observer = observer;
    }

    /**
     * Begins.
     *
     * @param work follows to the end and gives the last event
     * @param unexpected the last event where the work throws; ends the process too, which nobody follows any more
     */
    public void start(String thread, Callable<E> work, Function<Throwable, E> unexpected) {
        Thread following = new Thread(() -> end(work, unexpected), thread);
        following.setDaemon(true);
        following.start();
    }

    private void end(Callable<E> work, Function<Throwable, E> unexpected) {
        E last;
        try {
            last = work.call();
        } catch (Throwable thrown) {
            LOG.error("A process could not be followed to its end", thrown);
            last = unexpected.apply(thrown);
        }
        over = true;
        hand(last);
    }

    /** Tells what is not the last; nothing after that. */
    public void tell(E event) {
        if (!over) {
            hand(event);
        }
    }

    /** What an observer does with an event is its own matter: the process is followed all the same. */
    private void hand(E event) {
        try {
            observer.accept(event);
        } catch (RuntimeException | LinkageError | StackOverflowError wrong) {
            LOG.error("What a process said could not be shown", wrong);
        }
    }

    public boolean isOver() {
        return over;
    }

    /**
     * The exit code of a process whose output has ended.
     *
     * @param errors reads its last words
     */
    public static int exit(Process process, Thread errors) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        int exit = process.waitFor();
        errors.join(LAST_WORDS_MILLIS);
        return exit;
    }
}
