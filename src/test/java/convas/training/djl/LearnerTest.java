package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import convas.dataset.Samples;
import convas.graph.Design;
import convas.profiling.djl.NativeHeap;
import convas.training.Designs;
import convas.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LearnerTest {
    private static TrainingPlan plan(Design design) {
        return Designs.plan(design).value().orElseThrow();
    }

    private static int[] images(List<Integer> images) {
        return images.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void learnsWithEveryOptimizer() throws Exception {
        for (String type : List.of("SGD", "Adam", "AdamW", "RMSprop")) {
            learns("{'optimizer': {'type': '" + type + "', 'learning_rate': 0.02}}", 0.02, 0.85);
        }
    }

    @Test
    void learnsWithEveryLossAndInitialization() throws Exception {
        for (String loss : List.of("cross_entropy", "bce", "mse", "l1")) {
            // Nine of ten shares are 0, which is what L1 draws to first; the others start at once.
            learns("{'loss': '" + loss + "'}", 0.01, loss.equals("l1") ? 0.6 : 0.85);
        }
        for (String start : List.of("kaiming_normal", "kaiming_uniform", "xavier_normal", "xavier_uniform")) {
            learns("{'initialization': '" + start + "'}", 0.01, 0.85);
        }
    }

    private static void learns(String training, double rate, double least) throws Exception {
        TrainingPlan plan = plan(Designs.linear("[1, 8, 8]", 10, training));
        try (NDManager manager = NDManager.newBaseManager();
                Learner learner = new Learner(plan, manager)) {
            int[] order = images(plan.split().training());
            Score before =
                    learner.examine(images(plan.split().validation()), 100).score();
            for (int step = 0; step < 200; step++) {
                learner.learn(plan.reader().read(order, step % 20 * 64, 64), step, step / 200.0, rate);
            }
            Score after =
                    learner.examine(images(plan.split().validation()), 100).score();
            // Guessing gets a tenth right, a linear classifier nine tenths of these digits.
            assertTrue(before.accuracy().orElseThrow() < 0.4, training + before);
            assertTrue(after.accuracy().orElseThrow() > least, training + after);
        }
    }

    @Test
    void examinesAllImagesWhateverTheBatch() throws Exception {
        TrainingPlan plan = plan(Designs.preset("digits-plain"));
        try (NDManager manager = NDManager.newBaseManager();
                Learner learner = new Learner(plan, manager)) {
            int[] order = images(plan.split().validation());
            Score byHundred = learner.examine(order, 100).score();
            Score byOne = learner.examine(order, 1).score();
            assertEquals(359, byHundred.images());
            assertEquals(byHundred.hits(), byOne.hits());
            assertEquals(byHundred.meanLoss(), byOne.meanLoss(), 1e-5);
        }
    }

    @Test
    void leavesTheWeightsAloneWhereTheLossIsNotFinite() throws Exception {
        TrainingPlan plan = plan(Designs.linear("[1, 8, 8]", 10, "{}"));
        try (NDManager manager = NDManager.newBaseManager();
                Learner learner = new Learner(plan, manager)) {
            int[] order = images(plan.split().training());
            assertTrue(learner.isFinite());
            learner.block().parameter("linear.bias").getArray().set(new float[] {Float.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            float[] before =
                    learner.block().parameter("linear.weight").getArray().toFloatArray();
            Samples samples = plan.reader().read(order, 0, 64);
            assertFalse(learner.isFinite());
            assertThrows(Learner.LossNotFiniteException.class, () -> learner.learn(samples, 0, 0, 0.1));
            org.junit.jupiter.api.Assertions.assertArrayEquals(
                    before,
                    learner.block().parameter("linear.weight").getArray().toFloatArray());
        }
    }

    /** SGD has none of its own here; PyTorch's OneCycleLR gives it one all the same, and none where it is told not to. */
    @Test
    void momentumComesAndGoesWithOneCycle() throws Exception {
        for (boolean cycles : new boolean[] {true, false}) {
            TrainingPlan plan = plan(Designs.linear(
                    "[1, 8, 8]",
                    10,
                    "{'optimizer': {'type': 'SGD'}, 'schedule': {'type': 'one_cycle', 'cycle_momentum': " + cycles
                            + "}}"));
            try (NDManager manager = NDManager.newBaseManager();
                    Learner learner = new Learner(plan, manager)) {
                learner.learn(plan.reader().read(images(plan.split().training()), 0, 16), 0, 0, 0.001);
                assertEquals(
                        cycles ? Set.of("linear.weight.momentum_buffer", "linear.bias.momentum_buffer") : Set.of(),
                        learner.optimizer().orElseThrow().state().keySet());
            }
        }
    }

    @Test
    void doesNotGrowOverTwoThousandSteps() throws Exception {
        TrainingPlan plan = plan(Designs.of("{'format': 'convas-design', 'version': 1, 'name': 'small', 'nodes': ["
                + "{'id': 'image', 'type': 'Input', 'params': {'shape': [1, 16, 16]}},"
                + "{'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': 8, 'kernel_size': 3}},"
                + "{'id': 'norm', 'type': 'BatchNorm2d'}, {'id': 'relu', 'type': 'ReLU'},"
                + "{'id': 'flat', 'type': 'Flatten'},"
                + "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': 10}},"
                + "{'id': 'scores', 'type': 'Output'}], 'edges': [{'from': 'image', 'to': 'conv'},"
                + "{'from': 'conv', 'to': 'norm'}, {'from': 'norm', 'to': 'relu'}, {'from': 'relu', 'to': 'flat'},"
                + "{'from': 'flat', 'to': 'linear'}, {'from': 'linear', 'to': 'scores'}]}"));
        try (NDManager manager = NDManager.newBaseManager();
                Learner learner = new Learner(plan, manager)) {
            int[] order = images(plan.split().training());
            // Read before: what Java makes and drops would be counted too.
            List<Samples> batches = new ArrayList<>();
            for (int batch = 0; batch < 80; batch++) {
                batches.add(plan.reader().read(order, batch * 16, 16));
            }
            long warm = 0;
            for (int step = 0; step < 3000; step++) {
                learner.learn(batches.get(step % 80), step, 0, 0.001);
                if (step == 1000) {
                    warm = nativeKilobytes();
                }
            }
            // A step makes about 1 MB of tensors: 2,000 kept ones would be 2 GB, one kept array of each step 30 MB.
            long grown = nativeKilobytes() - warm;
            assertTrue(grown < 24_000, grown + " kB");
        }
    }

    /**
     * What the engine has got from the C library, after a collection, in kilobytes; 0 where the system does not tell. The
     * resident memory would count Java's heap too, which grows with whatever else runs in this JVM.
     */
    private static long nativeKilobytes() throws InterruptedException {
        long least = Long.MAX_VALUE;
        // The memory of a batch's buffers (17 kB each) goes a moment after the collection that found them unused.
        for (int round = 0; round < 10; round++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(
                    least, NativeHeap.find().map(heap -> heap.bytes() / 1000).orElse(0L));
        }
        return least;
    }
}
