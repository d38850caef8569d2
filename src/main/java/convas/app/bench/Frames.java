package convas.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/** Measures frames while something changes with each of them. */
final class Frames {
    /** Frames of one measurement. */
    static final int COUNT = 120;

    private static final int WARM_UP = 60;
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
     * @param done gets what was measured
     */
    static void measure(IntConsumer action, Consumer<Times> done) {
        double[] work = new double[COUNT];
        double[] render = new double[COUNT];
        double[] interval = new double[COUNT];
        new AnimationTimer() {
            private int frame = -WARM_UP;
            private long last;
            private long lastWork;
            private long lastRender;

            @Override
            public void handle(long now) {
                long here = System.nanoTime();
                long usedHere = used("JavaFX Application");
                long usedThere = used("QuantumRenderer");
                if (frame > 0) {
                    interval[frame - 1] = (here - last) / 1e6;
                    work[frame - 1] = (usedHere - lastWork) / 1e6;
                    render[frame - 1] = (usedThere - lastRender) / 1e6;
                }
                last = here;
                lastWork = usedHere;
                lastRender = usedThere;
                if (frame == COUNT) {
                    stop();
                    done.accept(new Times(work, render, interval));
                } else {
                    action.accept(Math.max(0, frame));
                    frame++;
                }
            }
        }.start();
    }

    /**
     * Milliseconds for each frame.
     *
     * @param work processor time of the window's thread, which leaves out what other programs take
     * @param render processor time of the thread that makes pixels of it, beside the next frame's work
     * @param interval on the clock, from frame to frame
     */
    record Times(double[] work, double[] render, double[] interval) {}

    private static long used(String thread) {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith(thread)) {
                sum += THREADS.getThreadCpuTime(id);
            }
        }
        return sum;
    }
}
