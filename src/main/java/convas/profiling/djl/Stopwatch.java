package convas.profiling.djl;

import ai.djl.ndarray.NDList;
import convas.analysis.Step;
import convas.compiler.StepObserver;
import java.util.Arrays;

/** Takes the time of every step of one run, in nanoseconds. */
final class Stopwatch implements StepObserver {
    private final Synchronization synchronization;
    private final Clock clock;
    private final long[] taken;
    private long begin;

    /** @param steps of the program, those that compute nothing included */
    Stopwatch(int steps, Synchronization synchronization, Clock clock) {
        this.clock = clock;
        this.taken = new long[steps];
        this.synchronization = synchronization;
    }

    /** Forgets the run before. */
    Stopwatch reset() {
        Arrays.fill(taken, 0);
        return this;
    }

    @Override
    public void before(int index, Step step) {
        begin = clock.now();
    }

    @Override
    public void after(int index, Step step, NDList outputs) {
        synchronization.await();
        taken[index] = clock.now() - begin;
    }

    /** The time of a step; 0 where it did not run. */
    long taken(int index) {
        return taken[index];
    }

    /** The time of all steps. */
    long sum() {
        return Arrays.stream(taken).sum();
    }
}
