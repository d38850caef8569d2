package convas.editor.task;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Watches whether something keeps JavaFX's thread busy for long. Posts a small job again and again and measures how long
 * that waits. On a machine that has other work to do the thread may wait without being busy: the processor time that
 * the thread itself used meanwhile tells these apart.
 */
public final class FrameWatch implements AutoCloseable {
    /**
     * A time in which nothing else could happen.
     *
     * @param millis how long
     * @param busyMillis how much of it the thread used the processor
     * @param where what it was doing after 16 ms
     */
    public record Stall(double millis, double busyMillis, List<StackTraceElement> where) {}

    private static final double FRAME_MILLIS = 16;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread watcher = new Thread(this::watch, "frame-watch");
    private volatile boolean closed;
    private volatile Thread fx;

    private FrameWatch() {
        watcher.setDaemon(true);
    }

    /** Watches until closed; the toolkit must be running. */
    public static FrameWatch start() throws InterruptedException {
        FrameWatch watch = new FrameWatch();
        CountDownLatch known = new CountDownLatch(1);
        Platform.runLater(() -> {
            watch.fx = Thread.currentThread();
            known.countDown();
        });
        known.await();
        watch.watcher.start();
        return watch;
    }

    private void watch() {
        try {
            while (!closed) {
                probe();
                Thread.sleep(1);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void probe() throws InterruptedException {
        long usedBefore = threads.getThreadCpuTime(fx.getId());
        long posted = System.nanoTime();
        CountDownLatch reached = new CountDownLatch(1);
        Platform.runLater(reached::countDown);
        if (reached.await((long) FRAME_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        List<StackTraceElement> where = List.of(fx.getStackTrace());
        reached.await(20, TimeUnit.SECONDS);
        double millis = (System.nanoTime() - posted) / 1e6;
        double busy = (threads.getThreadCpuTime(fx.getId()) - usedBefore) / 1e6;
        synchronized (stalls) {
            stalls.add(new Stall(millis, busy, where));
        }
    }

    /** Times of more than 16 ms in which the thread itself was busy for more than {@code busyMillis}. */
    public List<Stall> busyFor(double busyMillis) {
        synchronized (stalls) {
            return stalls.stream()
                    .filter(stall -> stall.busyMillis() > busyMillis)
                    .toList();
        }
    }

    /** Times of more than {@code millis}, whatever the reason. */
    public List<Stall> longerThan(double millis) {
        synchronized (stalls) {
            return stalls.stream().filter(stall -> stall.millis() > millis).toList();
        }
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
