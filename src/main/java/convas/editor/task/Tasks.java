package convas.editor.task;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs work that would block the window on background threads and brings the result back to the window's thread. */
public final class Tasks implements AutoCloseable {
    private final UiThread ui;
    private final Executor background;
    private final Runnable closing;

    private Tasks(UiThread ui, Executor background, Runnable closing) {
        this.ui = ui;
        this.background = background;
        this.closing = closing;
    }

    /** With daemon threads of its own, so that unfinished work does not keep the program alive. */
    public static Tasks threaded(UiThread ui) {
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                60,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "convas-task-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                (work, closed) -> giveUp(work));
        return new Tasks(ui, threads, threads::shutdownNow);
    }

    /** A window that goes may still ask for something, a timer's last turn for instance; nobody waits for that. */
    private static void giveUp(Runnable work) {
        if (work instanceof Future<?> job) {
            job.cancel(false);
        }
    }

    /** Everything happens on the calling thread, before the call returns: for tests. */
    public static Tasks immediate() {
        return new Tasks(UiThread.calling(), Runnable::run, () -> {});
    }

    public UiThread ui() {
        return ui;
    }

    /** The executor of background threads. */
    public Executor background() {
        return background;
    }

    /** Whether the work that asks this was cancelled. */
    public static boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    /** Runs work in the background, one piece after the other in the order given. */
    public Executor serial() {
        return new Serial(background);
    }

    /**
     * Starts work.
     *
     * @param done gets the result on the window's thread; not called after {@code cancel}
     * @param failed gets the exception on the window's thread; not called after {@code cancel}
     * @return to cancel it; the work is interrupted. After {@code close} it is cancelled already
     */
    public <T> Future<?> start(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Job<T> job = new Job<>(work, done, failed);
        background.execute(job);
        return job;
    }

    @Override
    public void close() {
        closing.run();
    }

    private final class Job<T> extends FutureTask<T> {
        private final Consumer<? super T> onDone;
        private final Consumer<? super Exception> onFailed;

        Job(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            super(work);
            this.onDone = onDone;
            this.onFailed = onFailed;
        }

        @Override
        protected void set(T value) {
            super.set(value);
            ui.execute(() -> {
                if (!isCancelled()) {
                    onDone.accept(value);
                }
            });
        }

        @Override
        protected void setException(Throwable thrown) {
            super.setException(thrown);
            Exception shown = thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
            // Work that was cancelled is interrupted and ends with an exception that nobody is waiting for.
            ui.execute(() -> {
                if (!isCancelled()) {
                    onFailed.accept(shown);
                }
            });
        }
    }
}
