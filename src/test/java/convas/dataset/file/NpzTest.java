package convas.dataset.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.Dataset;
import convas.dataset.OpenedKinds;
import convas.dataset.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives are NumPy's own, see {@code src/test/python/npz_samples.py}. */
final class NpzTest {
    private static final Path FOLDER = Path.of("src/test/resources/dataset/npz");

    @TempDir
    private Path folder;

    @Test
    void readsBytesAsBrightnessAndWholeNumbersAsClasses() throws Exception {
        // The second image holds the bytes 12 to 23 in three planes of four.
        float[] expected = new float[12];
        int[] bytes = {12, 16, 20, 13, 17, 21, 14, 18, 22, 15, 19, 23};
        for (int index = 0; index < bytes.length; index++) {
            expected[index] = bytes[index] / 255f;
        }
        for (Dataset dataset : List.of(
                OpenedKinds.open(new Npz(), FOLDER.resolve("images.npz")),
                OpenedKinds.open(new Npz(), FOLDER.resolve("images-nhwc.npz"), "layout", "NHWC"))) {
            assertEquals(List.of(3, 2, 2), dataset.shape().sizes());
            assertEquals(3, dataset.targets().size());
            assertEquals(2, dataset.label(0));
            assertTrue(dataset.isBrightness());
            assertArrayEquals(expected, OpenedKinds.read(dataset, 1), 1e-7f);
        }
    }

    @Test
    void readsFloatingPointAsItIs() throws Exception {
        Dataset dataset = OpenedKinds.open(new Npz(), FOLDER.resolve("numbers.npz"));
        assertEquals(List.of(3), dataset.shape().sizes());
        assertTrue(dataset.targets() instanceof Targets.Numbers);
        assertFalse(dataset.isBrightness());
        assertArrayEquals(new float[] {0.5f, -1.5f, 2}, OpenedKinds.read(dataset, 0));
        float[] answer = new float[2];
        dataset.target(1, answer, 0);
        assertArrayEquals(new float[] {3, 4.5f}, answer);
    }

    /** The file has an array of texts and a single number beside x and y. */
    @Test
    void arraysThatAreNotUsedMayBeAnything() throws Exception {
        Dataset dataset = OpenedKinds.open(new Npz(), FOLDER.resolve("extra.npz"));
        assertEquals(60, dataset.size());
        assertEquals(3, dataset.targets().size());
    }

    @Test
    void tellsEverythingThatIsWrong() throws Exception {
        assertEquals(
                List.of(
                        "The array x has 3 samples, but y has 2.",
                        "The label of sample 1 in y is -1; expected one from 0 to 99999."),
                OpenedKinds.problems(new Npz(), FOLDER.resolve("uneven.npz")));
        Path other = FOLDER.resolve("other.npz");
        assertEquals(
                List.of(other + " has no array \"x\"; it has [a].", other + " has no array \"y\"; it has [a]."),
                OpenedKinds.problems(new Npz(), other));
        Path broken = folder.resolve("broken.npz");
        Files.write(broken, new byte[] {1, 2, 3});
        assertTrue(OpenedKinds.problems(new Npz(), broken).get(0).startsWith("This is no whole npz file: "));
    }
}
