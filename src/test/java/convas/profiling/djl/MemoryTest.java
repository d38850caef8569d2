package convas.profiling.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import convas.analysis.Program;
import convas.analysis.figures.PeakMemory;
import convas.compiler.StepObserver;
import convas.engine.EngineStartup;
import convas.profiling.ProfilingMode;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the analysis says what the C library's heap says. */
class MemoryTest {
    private static final int QUIET_RUNS = 5;
    private static final int MOST_RUNS = 100;

    @BeforeAll
    static void startEngine() {
        EngineStartup.apply();
        Engine.getInstance();
    }

    /** Until Java compiles nothing more: its compiler works in the same native memory, half a megabyte at a time. */
    private static void rest(Subject subject) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long compiled = -1;
        for (int quiet = 0, run = 0; quiet < QUIET_RUNS && run < MOST_RUNS; run++) {
            subject.run(StepObserver.NONE);
            LockSupport.parkNanos(50_000_000);
            long now = compiler.getTotalCompilationTime();
            quiet = now == compiled ? quiet + 1 : 0;
            compiled = now;
        }
    }

    private static MemoryGauge measure(Program program, ProfilingMode mode) {
        try (Subject subject = new Subject(program, Device.cpu(), 1, mode, Clock.WALL)) {
            rest(subject);
            return MemoryGauge.measure(
                    NativeHeap.find().orElseThrow(), subject, program.steps().size(), 60);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghostnet", "shufflenetv1", "resnet50"})
    void thePredictedPeakIsTheMeasuredOne(String preset) {
        Program program = MeasuringTest.preset(preset);
        PeakMemory predicted = PeakMemory.of(program);
        MemoryGauge gauge = measure(program, ProfilingMode.INFERENCE);
        long measured = program.steps().stream()
                .filter(step -> !step.type().equals("Input") && !step.type().equals("Output"))
                .mapToLong(step -> gauge.live(program.steps().indexOf(step)))
                .max()
                .orElseThrow();

        assertEquals(1, (double) predicted.bytes() / measured, 0.10, predicted.bytes() + " and " + measured);
    }

    /** The JVM's own threads take a little native memory meanwhile, so not every single reading counts. */
    @Test
    void thePredictedCourseIsTheMeasuredOne() {
        Program program = MeasuringTest.preset("resnet50");
        List<Long> course = PeakMemory.course(program);
        MemoryGauge gauge = measure(program, ProfilingMode.INFERENCE);
        List<Integer> large = IntStream.range(1, program.steps().size() - 1)
                .filter(index -> course.get(index) > 1 << 20)
                .boxed()
                .toList();
        List<String> different = large.stream()
                .filter(index -> Math.abs(gauge.live(index) - course.get(index)) > 0.1 * course.get(index))
                .map(index ->
                        program.steps().get(index).path() + ": " + course.get(index) + " and " + gauge.live(index))
                .toList();

        assertTrue(large.size() > 100, "Only " + large.size());
        assertTrue(different.size() < 0.05 * large.size(), different.toString());
    }

    /** Training keeps what inference frees: at the end of its forward pass nothing but in-place results is gone. */
    @Test
    void trainingHoldsMostAtTheEndOfTheForwardPass() {
        Program program = MeasuringTest.preset("shufflenetv1");
        MemoryGauge gauge = measure(program, ProfilingMode.TRAINING);
        int most = IntStream.range(1, program.steps().size() - 1)
                .boxed()
                .max(Comparator.comparingLong(gauge::live))
                .orElseThrow();

        assertTrue(most > program.steps().size() * 0.9, "The most is at step " + most);
        assertTrue(gauge.live(most) > 3 * PeakMemory.of(program).bytes(), "It is only " + gauge.live(most));
    }

    /** A heap that only grows by what is asked for would read the same twice. */
    @Test
    void theHeapTellsOfABlockThatIsTakenAndGivenBack() {
        NativeHeap heap = NativeHeap.find().orElseThrow();
        long size = 48L << 20;
        long before = heap.bytes();
        com.sun.jna.Memory block = new com.sun.jna.Memory(size);
        long during = heap.bytes();
        block.close();
        long after = heap.bytes();

        assertEquals(size, during - before, 0.05 * size);
        assertEquals(0, after - before, 0.05 * size);
    }
}
