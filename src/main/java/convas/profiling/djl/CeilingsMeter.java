package convas.profiling.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import convas.profiling.Ceilings;
import convas.profiling.Processor;
import convas.profiling.Setting;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Measures what a device gives at best: the quickest of many repetitions, since a ceiling is what can be reached. Each is
 * short enough to fall between the moments at which other work gets the processor.
 */
final class CeilingsMeter {
    private static final List<Integer> SIDES = List.of(512, 1024);
    /** Two of them are beyond most caches. */
    private static final int ELEMENTS = 16 << 20;

    private static final int REPETITIONS = 50;
    private static final int CALLS = 500;
    private static final int BYTES_PER_ELEMENT = 4;
    /** One is added to the other in place: two are read, one is written. */
    private static final int PASSES = 3;

    private CeilingsMeter() {}

    static Ceilings measure(Device device, Setting setting) {
        JniUtils.setGradMode(false);
        try (NDManager manager = NDManager.newBaseManager(device)) {
            Synchronization synchronization = Synchronization.of(device, manager);
            double gigaflops = SIDES.stream()
                    .mapToDouble(side -> product(side, manager, synchronization))
                    .max()
                    .orElseThrow();
            NDArray one = manager.ones(new Shape(ELEMENTS));
            NDArray other = manager.ones(new Shape(ELEMENTS));
            double sum = best(REPETITIONS, synchronization, () -> one.addi(other));
            NDArray little = manager.ones(new Shape(1));
            double calls = best(REPETITIONS, synchronization, () -> {
                for (int call = 0; call < CALLS; call++) {
                    little.getNDArrayInternal().relu().close();
                }
            });
            return new Ceilings(
                    Processor.name(),
                    setting.device(),
                    setting.threads(),
                    gigaflops,
                    (double) PASSES * ELEMENTS * BYTES_PER_ELEMENT / sum,
                    calls / CALLS / 1000,
                    OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    /** Operations a nanosecond of the product of two square matrices. */
    private static double product(int side, NDManager manager, Synchronization synchronization) {
        try (NDArray matrix = manager.randomNormal(0, 1, new Shape(side, side), DataType.FLOAT32)) {
            return 2.0
                    * side
                    * side
                    * side
                    / best(
                            REPETITIONS,
                            synchronization,
                            () -> matrix.matMul(matrix).close());
        }
    }

    /** Nanoseconds of the quickest. */
    private static double best(int repetitions, Synchronization synchronization, Runnable work) {
        long best = Long.MAX_VALUE;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            long begin = System.nanoTime();
            work.run();
            synchronization.await();
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }
}
