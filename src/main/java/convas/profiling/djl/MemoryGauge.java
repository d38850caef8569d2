package convas.profiling.djl;

import ai.djl.ndarray.NDList;
import convas.analysis.Step;
import convas.compiler.StepObserver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the heap around every step. The JVM's own threads take and give native memory meanwhile, so a run is repeated and
 * the median of each reading counts.
 */
final class MemoryGauge implements StepObserver {
    private static final int RUNS = 5;
    private static final double NANOS = 1e9;

    private final NativeHeap heap;
    private final List<List<Long>> live = new ArrayList<>();
    private final List<List<Long>> allocated = new ArrayList<>();
    private long base;
    private long before;

    private MemoryGauge(NativeHeap heap, int steps) {
        this.heap = heap;
        for (int step = 0; step < steps; step++) {
            live.add(new ArrayList<>());
            allocated.add(new ArrayList<>());
        }
    }

    /**
     * @param steps of the program
     * @param seconds after which no other run is begun
     */
    static MemoryGauge measure(NativeHeap heap, Subject subject, int steps, double seconds) {
        MemoryGauge gauge = new MemoryGauge(heap, steps);
        long begin = System.nanoTime();
        for (int run = 0; run == 0 || (run < RUNS && System.nanoTime() - begin < seconds * NANOS); run++) {
            gauge.base = heap.bytes();
            subject.forwardOwningItsInput(gauge);
        }
        return gauge;
    }

    @Override
    public void before(int index, Step step) {
        before = heap.bytes();
    }

    @Override
    public void after(int index, Step step, NDList outputs) {
        long now = heap.bytes();
        live.get(index).add(Math.max(0, now - base));
        allocated.get(index).add(now - before);
    }

    /** Bytes of activations right after a step. */
    long live(int index) {
        return median(live.get(index));
    }

    /** Bytes that were in use after a step and not before it; negative where it gave memory back. */
    long allocated(int index) {
        return median(allocated.get(index));
    }

    private static long median(List<Long> readings) {
        List<Long> sorted = new ArrayList<>(readings);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
