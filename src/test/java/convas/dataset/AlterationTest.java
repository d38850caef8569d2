package convas.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AlterationTest {
    private static final float[] NO_FILL = {0, 0, 0};

    private static float[] altered(Augmentation augmentation, float[] image, int height, int width, long seed) {
        float[] copy = image.clone();
        int channels = image.length / (height * width);
        new Alteration(augmentation, height, width, channels, NO_FILL, true).alter(copy, seed);
        return copy;
    }

    @Test
    void mirrorsAboutHalfOfTheImages() {
        float[] image = {1, 2, 3, 4, 5, 6};
        float[] mirrored = {3, 2, 1, 6, 5, 4};
        int count = 0;
        for (long seed = 0; seed < 1000; seed++) {
            float[] result = altered(new Augmentation(true, 0, 0, 0, 0), image, 2, 3, Seeds.derive(seed));
            boolean changed = !Arrays.equals(image, result);
            assertArrayEquals(changed ? mirrored : image, result);
            count += changed ? 1 : 0;
        }
        // Five deviations of a fair coin are 79.
        assertEquals(500, count, 79);
    }

    @Test
    void cropsEveryPlaceOutOfTheBlackFrame() {
        // Two by two; with one black pixel around there are nine places.
        float[] image = {1, 2, 3, 4};
        TreeSet<String> seen = new TreeSet<>();
        for (long seed = 0; seed < 400; seed++) {
            seen.add(Arrays.toString(altered(new Augmentation(false, 1, 0, 0, 0), image, 2, 2, Seeds.derive(seed))));
        }
        assertEquals(
                new TreeSet<>(List.of(
                        "[0.0, 0.0, 0.0, 1.0]",
                        "[0.0, 0.0, 1.0, 2.0]",
                        "[0.0, 0.0, 2.0, 0.0]",
                        "[0.0, 1.0, 0.0, 3.0]",
                        "[1.0, 2.0, 3.0, 4.0]",
                        "[2.0, 0.0, 4.0, 0.0]",
                        "[0.0, 3.0, 0.0, 0.0]",
                        "[3.0, 4.0, 0.0, 0.0]",
                        "[4.0, 0.0, 0.0, 0.0]")),
                seen);
    }

    @Test
    void cutsASquareOutOfEveryImage() {
        float[] ones = new float[64];
        Arrays.fill(ones, 1);
        int whole = 0;
        for (long seed = 0; seed < 200; seed++) {
            float[] result = altered(new Augmentation(false, 0, 0, 4, 0), ones, 8, 8, Seeds.derive(seed));
            int holes = (int)
                    IntStream.range(0, 64).filter(index -> result[index] == 0).count();
            // A corner of the square at least stays within the image: its centre does.
            assertTrue(holes >= 4 && holes <= 16, holes + " holes");
            whole += holes == 16 ? 1 : 0;
        }
        assertTrue(whole > 20);
    }

    @Test
    void changesColoursWithinTheirRange() {
        float[] gray = {0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f};
        float least = 1;
        float most = 0;
        for (long seed = 0; seed < 500; seed++) {
            float[] result = altered(new Augmentation(false, 0, 0.2, 0, 0), gray, 1, 2, Seeds.derive(seed));
            // An image of one grey has neither contrast nor saturation: only its brightness changes.
            assertEquals(result[0], result[5], 1e-6f);
            least = Math.min(least, result[0]);
            most = Math.max(most, result[0]);
        }
        assertEquals(0.4f, least, 0.005f);
        assertEquals(0.6f, most, 0.005f);
    }

    /** ColorJitter's factors: numbers that are no brightness have no white at which they end. */
    @Test
    void doesNotCutOffNumbersThatAreNoBrightness() {
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (long seed = 0; seed < 500; seed++) {
            float[] image = {-100, -100, 200, 200};
            new Alteration(new Augmentation(false, 0, 0.2, 0, 0), 2, 2, 1, new float[1], false)
                    .alter(image, Seeds.derive(seed));
            // Brightness scales the mean of 50, contrast keeps it.
            float mean = (image[0] + image[2]) / 2;
            assertTrue(image[0] < -60 && image[2] > 120, Arrays.toString(image));
            least = Math.min(least, mean);
            most = Math.max(most, mean);
        }
        assertEquals(40, least, 0.5f);
        assertEquals(60, most, 0.5f);
    }

    @Test
    void theShareThatIsMixedHasNothingToDoWithMirroring() throws Exception {
        // One image, 1 on the left: mirrored where it begins with 0.
        Dataset one = new ByteImages(
                "one", SampleShape.image(1, 1, 2), List.of("a", "b"), new byte[] {1, 0, 1, 0}, 1, new int[] {0, 1}, "");
        BatchReader reader = new BatchReader(one, 1, 2, Normalization.none(1));
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (long seed = 0; seed < 4000; seed++) {
            int[] both = {0, 1};
            float[] flipped = reader.read(both, 0, 2, new Augmentation(true, 0, 0, 0, 0), seed)
                    .values();
            float share = reader.read(both, 0, 2, new Augmentation(true, 0, 0, 0, 1), seed)
                    .targets()[0];
            int mirrored = flipped[0] == 0 ? 1 : 0;
            sums[mirrored] += share;
            counts[mirrored]++;
        }
        // Each mean has a deviation of 1 / sqrt(48 * 2000); five of their difference are 0.023.
        assertEquals(sums[0] / counts[0], sums[1] / counts[1], 0.023);
        assertEquals(0.75, sums[0] / counts[0], 0.017);
    }

    @Test
    void whatHappensDependsOnSeedAndSampleAlone() throws Exception {
        Dataset digits = new Digits().load();
        Augmentation all = new Augmentation(true, 2, 0.3, 3, 0);
        BatchReader reader = new BatchReader(digits, 8, 8, Normalization.none(1));
        int[] order = IntStream.range(0, 20).toArray();
        float[] together = reader.read(order, 0, 20, all, 7).values();
        float[] alone = reader.read(new int[] {13}, 0, 1, all, 7).values();
        assertArrayEquals(Arrays.copyOfRange(together, 13 * 64, 14 * 64), alone);
        assertEquals(
                false,
                Arrays.equals(alone, reader.read(new int[] {13}, 0, 1, all, 8).values()));
    }

    @Test
    void mixesValuesAndTargetsByTheSameShare() throws Exception {
        // Two samples, all 0 of class a and all 1 of class b.
        Dataset two = new ByteImages(
                "two", SampleShape.image(1, 1, 2), List.of("a", "b"), new byte[] {0, 0, 1, 1}, 1, new int[] {0, 1}, "");
        BatchReader reader = new BatchReader(two, 1, 2, Normalization.none(1));
        double sum = 0;
        for (long seed = 0; seed < 2000; seed++) {
            Samples mixed = reader.read(new int[] {0, 1}, 0, 2, new Augmentation(false, 0, 0, 0, 1), seed);
            float share = mixed.targets()[0];
            assertTrue(share >= 0.5f && share <= 1, "" + share);
            assertArrayEquals(
                    new float[] {share, 1 - share}, new float[] {mixed.targets()[0], mixed.targets()[1]}, 1e-6f);
            assertEquals(1 - share, mixed.values()[0], 1e-6f);
            assertEquals(1 - share, mixed.values()[1], 1e-6f);
            assertArrayEquals(new int[] {0, 1}, mixed.labels());
            sum += share;
        }
        // Beta(1, 1) is even, so the larger part is 3/4 in the mean; its deviation is 1 / sqrt(48).
        assertEquals(0.75, sum / 2000, 5 / Math.sqrt(48 * 2000));
    }

    @Test
    void theSharesOfSmallAlphaAreMostlyNearOne() throws Exception {
        Dataset digits = new Digits().load();
        BatchReader reader = new BatchReader(digits, 8, 8, Normalization.none(1));
        int[] order = IntStream.range(0, 1000).toArray();
        Samples mixed = reader.read(order, 0, 1000, new Augmentation(false, 0, 0, 0, 0.2), 1);
        long near = 0;
        for (int sample = 0; sample < 1000; sample++) {
            near += mixed.targets()[sample * 10 + mixed.labels()[sample]] > 0.9f ? 1 : 0;
        }
        // The density of Beta(0.2, 0.2) integrated up to 0.1, twice, is 0.673; a neighbour of the same class adds a
        // little.
        assertTrue(near > 620 && near < 800, near + " of 1000");
    }
}
