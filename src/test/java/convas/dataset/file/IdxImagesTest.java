package convas.dataset.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.OpenedKinds;
import convas.dataset.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdxImagesTest {
    @TempDir
    private Path folder;

    /** Three images of two rows and three columns: 0 to 5, 10 to 15, 20 to 25. */
    private static final byte[] IMAGES = bytes(
            0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23,
            24, 255);

    private static final byte[] LABELS = bytes(0, 0, 8, 1, 0, 0, 0, 3, 7, 1, 9);
    private static final byte[] TEST_IMAGES =
            bytes(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 51, 102, 153, 204, 255, 0);
    private static final byte[] TEST_LABELS = bytes(0, 0, 8, 1, 0, 0, 0, 1, 4);

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private void write(String prefix, String test) throws IOException {
        Files.write(folder.resolve(prefix + "train-images-idx3-ubyte.gz"), packed(IMAGES));
        Files.write(folder.resolve(prefix + "train-labels-idx1-ubyte"), LABELS);
        Files.write(folder.resolve(prefix + test + "-images-idx3-ubyte"), TEST_IMAGES);
        Files.write(folder.resolve(prefix + test + "-labels-idx1-ubyte.gz"), packed(TEST_LABELS));
    }

    @Test
    void readsPlainAndPackedFilesAndValidatesWithTheTestPart() throws Exception {
        write("", "t10k");
        Dataset dataset = OpenedKinds.open(IdxImages.mnist(), folder);
        assertEquals(List.of(1, 2, 3), dataset.shape().sizes());
        assertEquals(4, dataset.size());
        assertArrayEquals(new float[] {0.2f, 0.4f, 0.6f, 0.8f, 1, 0}, OpenedKinds.read(dataset, 3), 1e-6f);
        assertEquals(7, dataset.label(0));
        assertEquals(4, dataset.label(3));
        assertEquals(List.of(0, 1, 2), dataset.split().orElseThrow().training());
        assertEquals(List.of(3), dataset.split().orElseThrow().validation());
    }

    @Test
    void saysThatTheFilesAreNotThePublishedOnes() throws Exception {
        write("", "t10k");
        List<String> notes = OpenedKinds.sentences(
                OpenedKinds.open(IdxImages.fashionMnist(), folder).notes());
        assertEquals(4, notes.size());
        assertEquals("train-images-idx3-ubyte differs from the published file of fashion-mnist.", notes.get(0));
    }

    @Test
    void turnsTheImagesOfEmnistUpright() throws Exception {
        write("emnist-letters-", "test");
        Dataset dataset = OpenedKinds.open(new Emnist(), folder, "split", "letters");
        // Two rows of three values are three columns of two when read down.
        assertEquals(List.of(1, 3, 2), dataset.shape().sizes());
        assertArrayEquals(new float[] {0.2f, 0.8f, 0.4f, 1, 0.6f, 0}, OpenedKinds.read(dataset, 3), 1e-6f);
        // Its letters count from 1.
        assertEquals(6, dataset.label(0));
        assertEquals("Gg", ((Targets.Classes) dataset.targets()).names().get(dataset.label(0)));
    }

    @Test
    void findsTheFilesInAnArchiveToo() throws Exception {
        write("emnist-digits-", "test");
        Path archive = folder.resolve("gzip.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String part :
                    List.of("train-images-idx3", "train-labels-idx1", "test-images-idx3", "test-labels-idx1")) {
                Path plain = folder.resolve("emnist-digits-" + part + "-ubyte");
                boolean isPlain = Files.exists(plain);
                Path file = isPlain ? plain : folder.resolve(plain.getFileName() + ".gz");
                zip.putNextEntry(new ZipEntry("gzip/" + file.getFileName()));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
                Files.delete(file);
            }
        }
        Dataset dataset = OpenedKinds.open(new Emnist(), archive, "split", "digits");
        assertEquals(4, dataset.size());
        assertEquals(10, dataset.targets().size());
    }

    /** Zips that Windows made have names in the encoding of its user; Python: {@code "说明.txt".encode("gbk")}. */
    @Test
    void anArchiveMayHaveNamesOfAnyEncoding() throws Exception {
        Path archive = folder.resolve("mnist.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry("\u8bf4\u660e.txt"));
            zip.closeEntry();
            for (String part : List.of("train-images-idx3", "t10k-images-idx3")) {
                zip.putNextEntry(new ZipEntry("\u6570\u636e/" + part + "-ubyte"));
                zip.write(part.startsWith("train") ? IMAGES : TEST_IMAGES);
                zip.putNextEntry(new ZipEntry(part.replace("images-idx3", "labels-idx1-ubyte")));
                zip.write(part.startsWith("train") ? LABELS : TEST_LABELS);
            }
        }
        assertEquals(4, OpenedKinds.open(IdxImages.mnist(), archive).size());
        byte[] bytes = Files.readAllBytes(archive);
        // The bit of a header that says: the name is UTF-8. This one is not; it stands in the file and in the
        // directory.
        bytes[7] |= 8;
        for (int at = 0; at < bytes.length - 9; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1 && bytes[at + 3] == 2) {
                bytes[at + 9] |= 8;
            }
        }
        Files.write(archive, bytes);
        List<String> told = OpenedKinds.problems(IdxImages.mnist(), archive);
        assertEquals(1, told.size());
        assertEquals(true, told.get(0).contains("mnist.zip"), told.get(0));
    }

    @Test
    void hasAsManyClassesAsEmnistPublished() throws Exception {
        // Cohen et al., table II: ByClass 62, ByMerge 47, Balanced 47, Letters 26, Digits 10, MNIST 10 classes.
        List<String> splits = List.of("byclass", "bymerge", "balanced", "letters", "digits", "mnist");
        List<Integer> classes = List.of(62, 47, 47, 26, 10, 10);
        for (int index = 0; index < splits.size(); index++) {
            write("emnist-" + splits.get(index) + "-", "test");
            assertEquals(
                    classes.get(index),
                    OpenedKinds.open(new Emnist(), folder, "split", splits.get(index))
                            .targets()
                            .size());
        }
    }

    @Test
    void namesEveryFileThatIsNotThere() throws Exception {
        Files.write(folder.resolve("train-images-idx3-ubyte"), IMAGES);
        assertEquals(
                List.of(
                        "There is no file train-labels-idx1-ubyte in " + folder + ".",
                        "There is no file t10k-images-idx3-ubyte in " + folder + ".",
                        "There is no file t10k-labels-idx1-ubyte in " + folder + "."),
                OpenedKinds.problems(IdxImages.mnist(), folder));
        assertEquals(
                List.of("There is no file or folder " + folder.resolve("nowhere") + "."),
                OpenedKinds.problems(IdxImages.mnist(), folder.resolve("nowhere")));
    }

    @Test
    void findsWhatIsWrongWithinTheFiles() throws Exception {
        write("", "t10k");
        Files.write(folder.resolve("train-labels-idx1-ubyte"), bytes(0, 0, 8, 1, 0, 0, 0, 4, 7, 1, 9));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), LABELS);
        assertEquals(
                List.of(
                        "The file train-labels-idx1-ubyte is damaged or cut off: by its header it has 12 bytes, found"
                                + " 11.",
                        "The file t10k-images-idx3-ubyte is no IDX file of the right kind: it has to begin with"
                                + " 00000803, found 00000801."),
                OpenedKinds.problems(IdxImages.mnist(), folder));
        write("", "t10k");
        Files.write(folder.resolve("train-labels-idx1-ubyte"), bytes(0, 0, 8, 1, 0, 0, 0, 2, 7, 10));
        assertEquals(
                List.of(
                        "The file train-images-idx3-ubyte has 3 images, but train-labels-idx1-ubyte has 2 labels.",
                        "The label of sample 1 in train-labels-idx1-ubyte is 10; expected one from 0 to 9."),
                OpenedKinds.problems(IdxImages.mnist(), folder));
    }

    @Test
    void tellsOfAPackedFileThatIsCutOff() throws Exception {
        write("", "t10k");
        byte[] whole = packed(IMAGES);
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), java.util.Arrays.copyOf(whole, whole.length - 12));
        List<String> problems = OpenedKinds.problems(IdxImages.mnist(), folder);
        assertEquals(1, problems.size());
        assertEquals(true, problems.get(0).contains("train-images-idx3-ubyte.gz"), problems.get(0));
    }

    /** The files of Debian's package dataset-fashion-mnist where they are; without them this proves nothing. */
    @Test
    void readsTheRealFashionMnistWhereItIsInstalled() throws DatasetException {
        Path installed = Path.of("/usr/share/datasets/fashion-mnist");
        if (Files.isDirectory(installed)) {
            Dataset dataset = OpenedKinds.open(IdxImages.fashionMnist(), installed);
            assertEquals(70_000, dataset.size());
            assertEquals(List.of(), dataset.notes());
        }
    }
}
