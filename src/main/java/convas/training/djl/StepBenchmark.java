package convas.training.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import com.sun.management.OperatingSystemMXBean;
import convas.analysis.Program;
import convas.dataset.BatchReader;
import convas.dataset.ByteImages;
import convas.dataset.Dataset;
import convas.dataset.Normalization;
import convas.dataset.SampleShape;
import convas.dataset.Split;
import convas.dataset.UnreadableSampleException;
import convas.engine.EngineRoom;
import convas.graph.Design;
import convas.operator.TensorShape;
import convas.training.TrainingPlan;
import convas.training.data.DataReport;
import convas.training.data.DataReports;
import convas.training.recipe.Recipe;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How long steps of training take, on made-up images and labels, and where the time goes. Runs in the calling thread;
 * to be called in a process in which {@code EngineStartup} was applied.
 */
public final class StepBenchmark {
    private static final int BATCHES = 8;
    private static final double NANOS_PER_MILLI = 1e6;

    private StepBenchmark() {}

    /**
     * What was measured; all times in milliseconds, one for each step.
     *
     * @param cpu of the whole process, the mean of all steps: the system counts it in hundredths of seconds
     * @param parts data, forward, backward, optimizer and other; their sum is the step
     */
    public record Steps(long parameters, int batch, double[] wall, double cpu, Map<String, double[]> parts) {}

    /**
     * @param design with an image as input and scores as output
     * @param warmUp steps before those that are measured
     */
    public static Steps measure(Design design, Program program, int threads, int warmUp, int steps) {
        EngineRoom.open();
        JniUtils.setNumThreads(threads);
        TrainingPlan plan = plan(design, program);
        int batch = plan.recipe().batchSize();
        try (NDManager manager = NDManager.newBaseManager();
                Learner learner = new Learner(plan, manager)) {
            Clock clock = new Clock(steps);
            learner.watch(clock);
            BatchReader reader = plan.reader();
            int[] order = plan.split().training().stream().mapToInt(i -> i).toArray();
            double rate = plan.recipe().optimizer().learningRate();
            for (int step = -warmUp; step < steps; step++) {
                clock.begin(step);
                learner.learn(reader.read(order, (step + warmUp) % BATCHES * batch, batch), step + warmUp, 0.5, rate);
                clock.end();
            }
            return new Steps(learner.parameters(), batch, clock.wall, clock.cpu(), clock.parts);
        } catch (UnreadableSampleException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TrainingPlan plan(Design design, Program program) {
        Recipe recipe = Recipe.read(design.training()).value().orElseThrow();
        TensorShape input =
                program.steps().get(program.inputs().get(0)).outputShapes().get(0);
        int classes = Math.toIntExact(program.steps()
                .get(program.outputs().get(0))
                .inputShapes()
                .get(0)
                .elements());
        SampleShape shape = SampleShape.image(
                Math.toIntExact(input.channels()), Math.toIntExact(input.height()), Math.toIntExact(input.width()));
        int images = BATCHES * recipe.batchSize();
        Random random = new Random(1);
        byte[] pixels = new byte[Math.multiplyExact(images, shape.elements())];
        random.nextBytes(pixels);
        int[] labels = random.ints(images, 0, classes).toArray();
        Dataset dataset =
                new ByteImages("random", shape, Collections.nCopies(classes, "some"), pixels, 255, labels, "");
        List<Integer> all = IntStream.range(0, images).boxed().toList();
        Normalization normalization = Normalization.none(shape.channels());
        Split split = new Split(all, List.of());
        DataReport report = DataReports.of(recipe.dataset(), dataset, split);
        return new TrainingPlan(design, recipe, program, dataset, split, normalization, input, List.of(), report);
    }

    /** Takes the time of the parts of a step. */
    private static final class Clock implements Learner.Laps {
        private final double[] wall;
        private final Map<String, double[]> parts = new java.util.LinkedHashMap<>();
        private final Map<Learner.Lap, Long> laps = new EnumMap<>(Learner.Lap.class);
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private int step;
        private long start;
        private long startCpu;
        private long last;

        Clock(int steps) {
            wall = new double[steps];
            for (String part : List.of("data", "forward", "backward", "optimizer", "other")) {
                parts.put(part, new double[steps]);
            }
        }

        /** @param measured its number; negative for one that does not count */
        void begin(int measured) {
            step = measured;
            laps.clear();
            if (measured == 0) {
                startCpu = system.getProcessCpuTime();
            }
            start = System.nanoTime();
            last = start;
        }

        @Override
        public void ended(Learner.Lap lap) {
            long now = System.nanoTime();
            laps.merge(lap, now - last, Long::sum);
            last = now;
        }

        double cpu() {
            return (system.getProcessCpuTime() - startCpu) / NANOS_PER_MILLI / wall.length;
        }

        void end() {
            ended(Learner.Lap.OTHER);
            if (step >= 0) {
                wall[step] = (last - start) / NANOS_PER_MILLI;
                laps.forEach((lap, nanos) ->
                        parts.get(lap.name().toLowerCase(java.util.Locale.ROOT))[step] = nanos / NANOS_PER_MILLI);
            }
        }
    }
}
