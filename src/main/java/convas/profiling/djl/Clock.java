package convas.profiling.djl;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Tells the time in nanoseconds from some beginning. */
@FunctionalInterface
interface Clock {
    /** Time as it passes for everybody. */
    Clock WALL = System::nanoTime;

    long now();

    /**
     * The processor's time that the calling thread has had: tells the same however busy the machine is, as long as the
     * engine computes with one thread.
     */
    static Clock ofThisThread() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads::getCurrentThreadCpuTime;
    }
}
