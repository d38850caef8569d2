package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import convas.operator.djl.Tensors;
import convas.training.Designs;
import convas.training.TrainingPlan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchTest {
    private static final int BYTES = 64 * 8 * 8 * Float.BYTES;

    /** Has the collector free what nobody holds, and writes over the memory that it gave back. */
    private static void collect() throws InterruptedException {
        List<ByteBuffer> rubbish = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            System.gc();
            Thread.sleep(50);
            for (int buffer = 0; buffer < 200; buffer++) {
                ByteBuffer memory = ByteBuffer.allocateDirect(BYTES);
                while (memory.hasRemaining()) {
                    memory.put((byte) 0xff);
                }
                rubbish.add(memory);
            }
        }
    }

    @Test
    void imagesStayWhileTheStepLastsWhateverTheCollectorDoes() throws Exception {
        TrainingPlan plan =
                Designs.plan(Designs.linear("[1, 8, 8]", 10, "{}")).value().orElseThrow();
        int[] order = plan.split().training().stream().mapToInt(i -> i).toArray();
        try (NDManager scope = NDManager.newBaseManager()) {
            Batch batch = Batch.of(plan.reader().read(order, 0, 64), plan.input(), scope);
            float[] before = plan.reader().read(order, 0, 64).values();
            collect();
            assertArrayEquals(before, batch.images().toFloatArray());
        }
    }

    @Test
    void aViewOfAnOwnTensorStays() throws InterruptedException {
        float[] values = new float[BYTES / Float.BYTES];
        Arrays.fill(values, 2);
        try (NDManager scope = NDManager.newBaseManager()) {
            NDArray view;
            try (NDArray constant = Tensors.own(scope, values, new Shape(64, 64))) {
                view = constant.transpose();
            }
            collect();
            assertArrayEquals(values, view.toFloatArray());
        }
    }
}
