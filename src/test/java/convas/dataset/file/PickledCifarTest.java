package convas.dataset.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.Dataset;
import convas.dataset.OpenedKinds;
import convas.dataset.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives are Python's own, see {@code src/test/python/cifar_samples.py}. */
final class PickledCifarTest {
    private static final Path FOLDER = Path.of("src/test/resources/dataset/cifar");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"python2", "2", "3", "4", "5"})
    void readsThePythonVersionWhicheverPythonWroteIt(String protocol) throws Exception {
        Path archive = FOLDER.resolve("ten-" + protocol + ".tar.gz");
        assertTrue(Cifar.ten().recognises(archive));
        Dataset dataset = OpenedKinds.open(Cifar.ten(), archive);
        assertEquals(11, dataset.size());
        assertEquals(List.of(10), dataset.split().orElseThrow().validation());
        // The first image of the third batch, by the script.
        assertEquals(3, dataset.label(4));
        assertEquals(0, dataset.label(5));
        assertEquals(9, dataset.label(10));
        assertEquals("cat", ((Targets.Classes) dataset.targets()).names().get(3));
        List<String> told = OpenedKinds.sentences(dataset.survey().findings().stream()
                .map(finding -> finding.sentence())
                .toList());
        assertTrue(
                told.contains("Trains: data_batch_1 .. data_batch_5 (images: 10); validates: test_batch (images: 1)."),
                told::toString);
        float[] image = OpenedKinds.read(dataset, 4);
        for (int pixel = 0; pixel < 1024; pixel++) {
            assertEquals(3 / 255f, image[3 * pixel]);
            assertEquals(6 / 255f, image[3 * pixel + 1]);
            assertEquals(1, image[3 * pixel + 2]);
        }
    }

    @Test
    void takesTheFineLabelsOfTheHundred() throws Exception {
        Dataset dataset = OpenedKinds.open(Cifar.hundred(), FOLDER.resolve("hundred.tar.gz"));
        assertEquals(72, dataset.label(0));
        assertEquals(99, dataset.label(1));
        assertEquals("fine72", ((Targets.Classes) dataset.targets()).names().get(72));
    }

    /** {@code cos\nsystem\n(S'...'tR.} is how a pickle runs a program. */
    @Test
    void aPickleThatWouldRunSomethingIsRefusedByName() throws Exception {
        byte[] bad = "cos\nsystem\n(U\u0005touchtR.".getBytes(StandardCharsets.ISO_8859_1);
        IOException refused = assertThrows(IOException.class, () -> Pickle.read(bad));
        assertEquals("os.system", refused.getMessage());
        for (int batch = 1; batch <= 5; batch++) {
            Files.write(folder.resolve("data_batch_" + batch), bad);
        }
        Files.write(folder.resolve("test_batch"), bad);
        List<String> told = OpenedKinds.problems(Cifar.ten(), folder);
        assertTrue(told.get(0).startsWith("In " + folder + ", the pickle data_batch_1 cannot be read"), told.get(0));
        assertTrue(told.get(0).contains("os.system"), told.get(0));
    }

    @Test
    void aPickleCutOffOrChangedAnywhereIsReadOrRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Entries.read(FOLDER.resolve("ten-python2.tar.gz"), "batches.meta"::equals)
                .contents()
                .values()
                .forEach(out::writeBytes);
        byte[] whole = out.toByteArray();
        assertTrue(((Map<?, ?>) Pickle.read(whole)).containsKey("label_names"));
        for (int at = 0; at < whole.length; at++) {
            byte[] cut = java.util.Arrays.copyOf(whole, at);
            assertThrows(IOException.class, () -> Pickle.read(cut));
            for (int change : new int[] {1, 0x80, 0xff}) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) change;
                try {
                    Pickle.read(changed);
                } catch (IOException refused) {
                    assertTrue(!refused.getMessage().isEmpty());
                }
            }
        }
    }
}
