package convas.profiling.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;

/**
 * What it costs to ask the engine for the gradients of one step, beyond computing them. The whole backward pass is asked
 * for once, step by step once for each: some microseconds that a step of training does not take.
 */
final class BackwardCall {
    private static final int CALLS = 20;
    /** Floats, more of them than the caches near a processor hold. */
    private static final long OTHER_WORK = 1 << 20;

    private BackwardCall() {}

    /**
     * Nanoseconds of the middle one of some calls, by a step that computes nothing. Before each there is other work, as
     * there is between two steps, so that it finds the caches as they do.
     */
    static long nanoseconds(NDManager manager, Clock clock) {
        boolean recording = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        Shape shape = new Shape(1);
        try (NDArray gradient = manager.ones(shape);
                NDArray work = manager.ones(new Shape(OTHER_WORK))) {
            long[] taken = new long[CALLS];
            for (int call = 0; call < CALLS; call++) {
                try (NDArray input = manager.ones(shape)) {
                    JniUtils.attachGradient((PtNDArray) input, true);
                    try (NDArray output = input.reshape(shape)) {
                        work.neg().close();
                        long begin = clock.now();
                        JniUtils.backward((PtNDArray) output, (PtNDArray) gradient, false, false);
                        JniUtils.getGradient((PtNDArray) input).close();
                        taken[call] = clock.now() - begin;
                    }
                }
            }
            Arrays.sort(taken);
            return taken[CALLS / 2];
        } finally {
            JniUtils.setGradMode(recording);
        }
    }
}
