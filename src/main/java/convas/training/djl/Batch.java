package convas.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import convas.dataset.Samples;
import convas.operator.TensorShape;
import java.nio.FloatBuffer;

/**
 * Samples for one step, as tensors.
 *
 * @param images {@code (N, C, H, W)} with channels-last strides; {@code (N, values)} where they are none
 * @param targets {@code (N, classes)}: the share of each class, summing to 1; or {@code (N, numbers)}
 * @param labels the right class of each sample; empty where there are numbers
 */
record Batch(NDArray images, NDArray targets, int[] labels) {
    /** The tensors belong to {@code manager}. */
    static Batch of(Samples samples, TensorShape input, NDManager manager) {
        int count = samples.size();
        // Not closed before the manager is: it lends the images its memory.
        FloatBuffer values = FloatBuffer.wrap(samples.values());
        NDArray images = input.rank() == 3
                ? manager.create(values, new Shape(count, input.height(), input.width(), input.channels()))
                        .transpose(0, 3, 1, 2)
                : manager.create(values, new Shape(count, input.elements()));
        float[] targets = samples.targets();
        int outputs = targets.length / count;
        return new Batch(images, manager.create(targets, new Shape(count, outputs)), samples.labels());
    }

    int size() {
        return (int) targets.getShape().get(0);
    }
}
