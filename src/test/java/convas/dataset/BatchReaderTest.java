package convas.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchReaderTest {
    @Test
    void resizesAsPyTorchInterpolates() throws Exception {
        JsonNode cases;
        try (InputStream file = BatchReaderTest.class.getResourceAsStream("/dataset/resize.json")) {
            cases = new ObjectMapper().readTree(file);
        }
        for (JsonNode one : cases) {
            int channels = one.get("channels").asInt();
            SampleShape shape = SampleShape.image(
                    channels,
                    one.get("source").get(0).asInt(),
                    one.get("source").get(1).asInt());
            byte[] pixels = new byte[one.get("pixels").size()];
            for (int index = 0; index < pixels.length; index++) {
                pixels[index] = (byte) one.get("pixels").get(index).asInt();
            }
            Dataset dataset = new ByteImages("case", shape, List.of("only"), pixels, 16, new int[2], "");
            BatchReader reader = new BatchReader(
                    dataset,
                    one.get("target").get(0).asInt(),
                    one.get("target").get(1).asInt(),
                    new Normalization(Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0)));
            float[] expected = new float[one.get("expected").size()];
            for (int index = 0; index < expected.length; index++) {
                expected[index] = one.get("expected").get(index).floatValue();
            }
            assertArrayEquals(
                    expected,
                    reader.read(new int[] {0, 1}, 0, 2).values(),
                    2e-6f,
                    one.get("target").toString());
        }
    }

    @Test
    void normalisesEachChannelByItsOwnMeanAndDeviation() throws Exception {
        // One image of two pixels, two channels: bytes 0 and 200 in the first, 100 and 100 in the second.
        byte[] pixels = {0, 100, (byte) 200, 100};
        Dataset dataset =
                new ByteImages("two", SampleShape.image(2, 1, 2), List.of("only"), pixels, 200, new int[1], "");
        Normalization normalization = Normalization.of(dataset, List.of(0));

        // First channel: brightness 0 and 1, mean 0.5, deviation 0.5. Second: constant 0.5, so its deviation counts as
        // 1.
        assertEquals(List.of(0.5, 0.5), normalization.mean());
        assertEquals(List.of(0.5, 1.0), normalization.deviation());
        float[] batch = new BatchReader(dataset, 1, 2, normalization)
                .read(new int[] {0}, 0, 1)
                .values();
        assertArrayEquals(new float[] {-1, 0, 1, 0}, batch, 1e-6f);
    }

    @Test
    void picksTheImagesOfTheOrderAndTheirLabels() throws Exception {
        Dataset dataset = new ByteImages(
                "four",
                SampleShape.image(1, 1, 1),
                List.of("a", "b"),
                new byte[] {0, 1, 2, 3},
                1,
                new int[] {0, 1, 0, 1},
                "");
        BatchReader reader = new BatchReader(dataset, 1, 1, new Normalization(List.of(0.0), List.of(1.0)));
        int[] order = {3, 2, 1, 0};
        assertArrayEquals(new float[] {2, 1}, reader.read(order, 1, 2).values());
        assertArrayEquals(new int[] {0, 1}, reader.read(order, 1, 2).labels());
        assertArrayEquals(new float[] {1, 0, 0, 1}, reader.read(order, 1, 2).targets());
    }
}
