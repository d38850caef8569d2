package convas.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import convas.dataset.BatchReader;
import convas.operator.TensorShape;
import java.nio.FloatBuffer;

/**
 * Images and labels for one step.
 *
 * @param images {@code (N, C, H, W)} with channels-last strides
 * @param targets {@code (N, classes)}: the share of each class, summing to 1
 * @param labels the right class of each image
 */
record Batch(NDArray images, NDArray targets, int[] labels) {
    /** Reads the images {@code order[from .. from + count)}; the tensors belong to {@code manager}. */
    static Batch read(
            BatchReader reader,
            TensorShape input,
            int classes,
            double smoothing,
            int[] order,
            int from,
            int count,
            NDManager manager) {
        int[] labels = reader.labels(order, from, count);
        Shape rows = new Shape(count, input.height(), input.width(), input.channels());
        // Not closed before the manager is: it lends the images its memory.
        NDArray channelsLast = manager.create(FloatBuffer.wrap(reader.images(order, from, count)), rows);
        NDArray images = channelsLast.transpose(0, 3, 1, 2);
        return new Batch(images, manager.create(shares(labels, classes, smoothing), new Shape(count, classes)), labels);
    }

    private static float[] shares(int[] labels, int classes, double smoothing) {
        float[] shares = new float[labels.length * classes];
        java.util.Arrays.fill(shares, (float) (smoothing / classes));
        for (int image = 0; image < labels.length; image++) {
            shares[image * classes + labels[image]] = (float) (1 - smoothing + smoothing / classes);
        }
        return shares;
    }

    int size() {
        return labels.length;
    }
}
