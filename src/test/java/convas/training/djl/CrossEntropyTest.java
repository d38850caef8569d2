package convas.training.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.dataset.BatchReader;
import convas.dataset.ByteImages;
import convas.dataset.Dataset;
import convas.dataset.Normalization;
import convas.dataset.SampleShape;
import convas.dataset.UnreadableSampleException;
import convas.operator.TensorShape;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values: PyTorch's CrossEntropyLoss, see src/test/python/losses.py. */
final class CrossEntropyTest {
    @Test
    void equalsPyTorchsLossAndGradient() throws Exception {
        JsonNode cases;
        try (InputStream file = CrossEntropyTest.class.getResourceAsStream("/optimizer/losses.json")) {
            cases = new ObjectMapper().readTree(file);
        }
        for (JsonNode one : cases) {
            check(one);
        }
    }

    private static void check(JsonNode one) throws Exception {
        int[] labels = new int[one.get("labels").size()];
        for (int image = 0; image < labels.length; image++) {
            labels[image] = one.get("labels").get(image).asInt();
        }
        int classes = one.get("classes").asInt();
        try (NDManager manager = NDManager.newBaseManager()) {
            Batch batch = batch(labels, classes, one.get("smoothing").asDouble(), manager);
            NDArray scores = manager.create(floats(one.get("scores")), new Shape(labels.length, classes));
            scores.setRequiresGradient(true);
            JniUtils.setGradMode(true);
            NDArray loss;
            try {
                loss = CrossEntropy.mean(scores, batch.targets());
                JniUtils.backward((PtNDArray) loss, (PtNDArray) manager.ones(loss.getShape()), false, false);
            } finally {
                JniUtils.setGradMode(false);
            }
            double expected = one.get("loss").asDouble();
            assertEquals(expected, loss.getFloat(), 1e-6 * Math.max(1, expected));
            assertArrayEquals(floats(one.get("gradient")), scores.getGradient().toFloatArray(), 1e-6f);
        }
    }

    /** A batch of black images of these labels. */
    private static Batch batch(int[] labels, int classes, double smoothing, NDManager manager)
            throws UnreadableSampleException {
        Dataset dataset = new ByteImages(
                "black",
                SampleShape.image(1, 1, 1),
                Collections.nCopies(classes, "some"),
                new byte[labels.length],
                1,
                labels,
                "");
        BatchReader reader = new BatchReader(dataset, 1, 1, new Normalization(List.of(0.0), List.of(1.0)));
        int[] order = java.util.stream.IntStream.range(0, labels.length).toArray();
        return Batch.of(reader.read(order, 0, labels.length), TensorShape.of(1, 1, 1), smoothing, manager);
    }

    private static float[] floats(JsonNode numbers) {
        float[] values = new float[numbers.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = numbers.get(index).floatValue();
        }
        return values;
    }
}
