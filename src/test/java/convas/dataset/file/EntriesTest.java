package convas.dataset.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.OpenedKinds;
import convas.dataset.Survey;
import convas.dataset.builtin.BuiltinDatasets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EntriesTest {
    private static final byte[] IMAGES = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 51, 102, (byte) 255};
    private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 3, 4};
    private static final List<String> PARTS = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    @TempDir
    private Path folder;

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private void write() throws IOException {
        for (int part = 0; part < PARTS.size(); part++) {
            Files.write(folder.resolve(PARTS.get(part)), part % 2 == 0 ? IMAGES : LABELS);
        }
    }

    private static String problem(Path path, Allowance allowance) {
        DatasetException bad = assertThrows(
                DatasetException.class,
                () -> Entries.read(path, name -> !name.isEmpty(), allowance, start -> Long.MAX_VALUE));
        return OpenedKinds.sentences(bad.problems()).get(0);
    }

    @Test
    void whetherAFileIsPackedGoesByItsContentAndIsTold() throws Exception {
        write();
        Files.write(folder.resolve(PARTS.get(0)), packed(IMAGES));
        Files.move(folder.resolve(PARTS.get(1)), folder.resolve(PARTS.get(1) + ".gz"));
        Files.write(folder.resolve("notes.txt"), new byte[1]);
        Dataset dataset = OpenedKinds.open(IdxImages.mnist(), folder);
        assertEquals(4, dataset.size());
        assertArrayEquals(new float[] {0, 0.2f}, OpenedKinds.read(dataset, 0), 1e-6f);
        List<Survey.Finding> findings = dataset.survey().findings();
        List<String> told = OpenedKinds.sentences(
                findings.stream().map(Survey.Finding::sentence).toList());
        assertTrue(
                told.contains(
                        "Whether they are packed with gzip goes by their content, and their names say otherwise: 2"
                                + " (train-images-idx3-ubyte, train-labels-idx1-ubyte.gz)."),
                told::toString);
        assertTrue(
                told.contains("Left aside, since this kind of data has no files of these names: 1 (notes.txt)."),
                told::toString);
        assertTrue(
                told.contains(
                        "Trains: train-images-idx3-ubyte (images: 2); validates: t10k-images-idx3-ubyte (images: 2)."),
                told::toString);
    }

    @Test
    void anArchiveIsRecognisedByWhatIsInIt() throws Exception {
        write();
        Path archive = folder.resolve("mnist.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String part : PARTS) {
                zip.putNextEntry(new ZipEntry("raw/" + part));
                zip.write(Files.readAllBytes(folder.resolve(part)));
            }
        }
        assertEquals(
                "mnist",
                BuiltinDatasets.create().recognise(archive).orElseThrow().name());
        // Whatever it is called.
        Path other = Files.move(archive, folder.resolve("download"));
        assertEquals(
                "mnist", BuiltinDatasets.create().recognise(other).orElseThrow().name());
        assertEquals(4, OpenedKinds.open(IdxImages.mnist(), other).size());
    }

    @Test
    void theRootOfTheDiskIsAFolderLikeOthers() {
        Path root = Path.of("/");
        assertEquals(
                "There is no file train-images-idx3-ubyte in " + root + ".",
                OpenedKinds.problems(IdxImages.mnist(), root).get(0));
        assertFalse(IdxImages.mnist().recognises(root));
    }

    /** 3 MB of zeros are 3 KB packed; the limit of the test is 1 MiB. */
    @Test
    void whatUnpacksToMoreThanThereIsRoomForIsRefusedWhileItIsRead() throws Exception {
        byte[] zeros = new byte[3 << 20];
        Path gz = Files.createDirectory(folder.resolve("gz"));
        Files.write(gz.resolve("a.gz"), packed(zeros));
        assertTrue(
                problem(gz, new Allowance(1 << 20)).startsWith("In " + gz + ", a.gz unpacks to more than 1 MiB"),
                () -> problem(gz, new Allowance(1 << 20)));
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("inner/a"));
            out.write(zeros);
        }
        assertTrue(
                problem(zip, new Allowance(1 << 20))
                        .startsWith("In " + zip + ", a takes 3 MiB unpacked; at most 1 MiB fit"),
                () -> problem(zip, new Allowance(1 << 20)));
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Files.write(plain.resolve("a"), zeros);
        assertTrue(problem(plain, new Allowance(1 << 20)).contains("a takes 3 MiB"));
        assertEquals(
                3 << 20,
                Entries.read(gz, name -> true, new Allowance(3 << 20), start -> Long.MAX_VALUE)
                        .contents()
                        .get("a")
                        .length);
    }

    /** What the archive says of its size is not believed; here the size of the first entry is 100 instead of 3 MiB. */
    @Test
    void aZipArchiveThatSaysLessThanItHoldsIsNotBelieved() throws Exception {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a"));
            out.write(new byte[3 << 20]);
        }
        byte[] whole = Files.readAllBytes(zip);
        int directory = -1;
        for (int at = 0; at < whole.length - 4; at++) {
            if (whole[at] == 'P' && whole[at + 1] == 'K' && whole[at + 2] == 1 && whole[at + 3] == 2) {
                directory = at;
            }
        }
        whole[directory + 24] = 100;
        whole[directory + 25] = 0;
        whole[directory + 26] = 0;
        Files.write(zip, whole);
        String told = problem(zip, new Allowance(1 << 20));
        assertTrue(told.contains(zip.toString()) && told.contains("a"), told);
    }

    @Test
    void anImageWithoutPixelsIsToldAsSuch() throws Exception {
        write();
        byte[] none = IMAGES.clone();
        none[11] = 0;
        none[15] = 16;
        Files.write(folder.resolve(PARTS.get(0)), java.util.Arrays.copyOf(none, 16));
        assertEquals(
                "The images of train-images-idx3-ubyte have no pixels: by the header they are 0 × 16.",
                OpenedKinds.problems(IdxImages.mnist(), folder).get(0));
    }

    @Test
    void aSingleFileThatIsPackedIsNoArchive() throws Exception {
        Path file = Files.write(folder.resolve("train-images-idx3-ubyte.gz"), packed(IMAGES));
        assertTrue(OpenedKinds.problems(IdxImages.mnist(), file).get(0).contains("single file that is packed"));
        Files.write(file, java.util.Arrays.copyOf(packed(IMAGES), 15));
        assertTrue(OpenedKinds.problems(IdxImages.mnist(), file).get(0).contains("damaged or cut off"));
    }

    /** Behind what the header says lie 100 MB; of them one byte is read. */
    @Test
    void noMoreIsUnpackedThanTheHeaderSays() throws Exception {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(IMAGES);
        for (int part = 0; part < 100; part++) {
            more.write(new byte[1 << 20]);
        }
        write();
        Files.write(folder.resolve(PARTS.get(0)), packed(more.toByteArray()));
        assertEquals(
                List.of("The file train-images-idx3-ubyte is damaged: by its header it has 20 bytes, and more follow."),
                OpenedKinds.problems(IdxImages.mnist(), folder));
        Entries read = Entries.read(folder, PARTS.get(0)::equals, new Allowance(1 << 20), Idx::length);
        assertEquals(21, read.contents().get(PARTS.get(0)).length);
    }
}
