package convas.dataset.loading;

import convas.dataset.Samples;
import convas.dataset.UnreadableSampleException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes batches on threads before they are asked for, and hands them out in order. How many threads there are changes no
 * batch: each depends on its number alone. For one taker; a bounded number of batches is held.
 */
public final class ReadAhead implements AutoCloseable {
    /** Batches held beyond those that are being made. */
    private static final int SPARE = 2;

    /** Makes one batch; asked for several at once. */
    @FunctionalInterface
    public interface Maker {
        /** @throws UnreadableSampleException where one of its samples cannot be read */
        Samples make(long batch) throws UnreadableSampleException;
    }

    private final Maker maker;
    private final long end;
    private final ExecutorService threads;
    private final Queue<Future<Samples>> queue = new ArrayDeque<>();
    private long next;

    /** Begins at once with the batches {@code from .. end}, exclusive. */
    public ReadAhead(Maker maker, long from, long end, int threads) {
        this.maker = maker;
        this.next = from;
        this.end = end;
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "read-ahead");
            thread.setDaemon(true);
            return thread;
        });
        for (int held = 0; held < threads + SPARE; held++) {
            order();
        }
    }

    /** Threads that keep up with a step that computes on all processors: decoding is the same work wherever it is done. */
    public static int sensibleThreads(int processors) {
        return Math.max(1, Math.min(4, processors));
    }

    private void order() {
        if (next < end) {
            long batch = next++;
            queue.add(threads.submit(() -> maker.make(batch)));
        }
    }

    /**
     * The next batch, as soon as it is ready.
     *
     * @throws UnreadableSampleException where one of its samples cannot be read
     * @throws IllegalStateException after the last one
     */
    public Samples next() throws UnreadableSampleException {
        Future<Samples> first = queue.poll();
        if (first == null) {
            throw new IllegalStateException("all batches are taken");
        }
        order();
        try {
            return first.get();
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was waited for", interrupted);
        }
    }

    private static UnreadableSampleException rethrown(Throwable cause) {
        if (cause instanceof UnreadableSampleException unreadable) {
            return unreadable;
        } else if (cause instanceof RuntimeException bug) {
            throw bug;
        } else if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }

    /** Batches that were made and not taken are dropped. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
