package convas.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/** Measures frames while something changes with each of them. */
final class Frames {
    /** Frames of one measurement. */
    static final int COUNT = 120;

    private static final int WARM_UP = 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Frames() {}

    /** Runs something once the next frame has been painted. */
    static void afterNext(Runnable action) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == 3) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }

    /**
     * Does something before each of {@link #COUNT} frames.
     *
     * @param action gets the frame's number
     * @param done gets, in milliseconds for each frame, the processor time of JavaFX's two threads, which leaves out what
     *     other programs take, and the time on the clock from frame to frame
     */
    static void measure(IntConsumer action, BiConsumer<double[], double[]> done) {
        double[] work = new double[COUNT];
        double[] interval = new double[COUNT];
        new AnimationTimer() {
            private int frame = -WARM_UP;
            private long last;
            private long lastUsed;

            @Override
            public void handle(long now) {
                long here = System.nanoTime();
                long used = used();
                if (frame > 0) {
                    interval[frame - 1] = (here - last) / 1e6;
                    work[frame - 1] = (used - lastUsed) / 1e6;
                }
                last = here;
                lastUsed = used;
                if (frame == COUNT) {
                    stop();
                    done.accept(work, interval);
                } else {
                    action.accept(Math.max(0, frame));
                    frame++;
                }
            }
        }.start();
    }

    private static long used() {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info != null
                    && (info.getThreadName().startsWith("JavaFX Application")
                            || info.getThreadName().startsWith("QuantumRenderer"))) {
                sum += THREADS.getThreadCpuTime(id);
            }
        }
        return sum;
    }
}
