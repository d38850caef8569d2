package convas.dataset.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.dataset.Dataset;
import convas.dataset.OpenedKinds;
import convas.dataset.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CifarTest {
    private static final String NAMES = "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n";

    @TempDir
    private Path folder;

    /** A record of the labels and an image that is all {@code red}, {@code green} and {@code blue}. */
    private static byte[] record(int red, int green, int blue, int... labels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int label : labels) {
            bytes.write(label);
        }
        for (int channel : new int[] {red, green, blue}) {
            for (int pixel = 0; pixel < 1024; pixel++) {
                bytes.write(channel);
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> ten() {
        Map<String, byte[]> files = new TreeMap<>();
        for (int part = 1; part <= 5; part++) {
            files.put("data_batch_" + part + ".bin", record(51 * part, 0, 255, part));
        }
        files.put("test_batch.bin", record(1, 2, 3, 9));
        files.put("batches.meta.txt", NAMES.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** By POSIX: name at 0, size in octal at 124, kind at 156. */
    private static byte[] header(String name, int size, char kind) {
        byte[] header = new byte[512];
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, header, 0, text.length);
        byte[] octal = String.format("%011o", size).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octal, 0, header, 124, octal.length);
        header[156] = (byte) kind;
        return summed(header);
    }

    /** By POSIX the sum of all bytes stands at 148, those of the sum counted as spaces. */
    private static byte[] summed(byte[] header) {
        int sum = 8 * ' ';
        for (int index = 0; index < header.length; index++) {
            sum += index >= 148 && index < 156 ? 0 : header[index] & 0xff;
        }
        byte[] octal = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octal, 0, header, 148, octal.length);
        return header;
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void check(Dataset dataset) throws Exception {
        assertEquals(List.of(3, 32, 32), dataset.shape().sizes());
        assertEquals(6, dataset.size());
        assertEquals(List.of(5), dataset.split().orElseThrow().validation());
        assertEquals(3, dataset.label(2));
        assertEquals("cat", ((Targets.Classes) dataset.targets()).names().get(3));
        float[] image = OpenedKinds.read(dataset, 2);
        for (int pixel = 0; pixel < 1024; pixel++) {
            assertEquals(153 / 255f, image[3 * pixel]);
            assertEquals(0, image[3 * pixel + 1]);
            assertEquals(1, image[3 * pixel + 2]);
        }
    }

    @Test
    void readsTheBinaryFilesOfAFolder() throws Exception {
        write(ten());
        check(OpenedKinds.open(Cifar.ten(), folder));
    }

    @Test
    void readsThemFromAnArchiveAndSaysThatItIsNotThePublishedOne() throws Exception {
        Path archive = folder.resolve("cifar-10-binary.tar.gz");
        try (OutputStream tar = new GZIPOutputStream(Files.newOutputStream(archive))) {
            tar.write(header("cifar-10-batches-bin/", 0, '5'));
            for (Map.Entry<String, byte[]> entry : ten().entrySet()) {
                byte[] content = entry.getValue();
                tar.write(header("cifar-10-batches-bin/" + entry.getKey(), content.length, '0'));
                tar.write(content);
                tar.write(new byte[(512 - content.length % 512) % 512]);
            }
            tar.write(new byte[1024]);
        }
        Dataset dataset = OpenedKinds.open(Cifar.ten(), archive);
        check(dataset);
        assertEquals(
                List.of("cifar-10-binary.tar.gz differs from the published file of cifar-10."),
                OpenedKinds.sentences(dataset.notes()));
    }

    @Test
    void takesTheFineLabelsOfTheHundred() throws Exception {
        write(Map.of("train.bin", record(0, 0, 0, 4, 72), "test.bin", record(0, 0, 0, 1, 99)));
        Dataset dataset = OpenedKinds.open(Cifar.hundred(), folder);
        assertEquals(100, dataset.targets().size());
        assertEquals(72, dataset.label(0));
        assertEquals(99, dataset.label(1));
    }

    @Test
    void tellsEverythingThatIsWrong() throws Exception {
        Map<String, byte[]> files = ten();
        files.put("data_batch_2.bin", new byte[3072]);
        files.remove("data_batch_4.bin");
        files.put("batches.meta.txt", "one\ntwo\n".getBytes(StandardCharsets.UTF_8));
        write(files);
        assertEquals(
                List.of(
                        "The file batches.meta.txt has to name 10 classes; found 2.",
                        "The file data_batch_2.bin is damaged or cut off: its length has to be a multiple of 3073"
                                + " bytes, found 3072.",
                        "There is no file data_batch_4.bin in " + folder + "."),
                OpenedKinds.problems(Cifar.ten(), folder));
        write(ten());
        Files.write(folder.resolve("data_batch_1.bin"), record(0, 0, 0, 10));
        assertEquals(
                List.of("The label of sample 0 in data_batch_1.bin is 10; expected one from 0 to 9."),
                OpenedKinds.problems(Cifar.ten(), folder));
    }

    @Test
    void anArchiveWhoseEntryHasLessThanNoBytesIsRefused() throws Exception {
        Path archive = folder.resolve("cifar.tar");
        byte[] header = header("data_batch_1.bin", 1, '0');
        System.arraycopy("-0000001000".getBytes(StandardCharsets.US_ASCII), 0, header, 124, 11);
        Files.write(archive, header);
        List<String> told = OpenedKinds.problems(Cifar.ten(), archive);
        assertEquals(1, told.size());
        assertEquals(true, told.get(0).contains(archive.toString()), told.get(0));
    }

    /** An archive of one file whose header says another size, unpacked. */
    private Path tar(String name, String size) throws IOException {
        byte[] header = header("cifar-10-batches-bin/batches.meta.txt", 0, '0');
        byte[] text = size.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, header, 124, text.length);
        Path archive = folder.resolve(name);
        try (OutputStream tar = Files.newOutputStream(archive)) {
            tar.write(header("cifar-10-batches-bin/", 0, '5'));
            tar.write(summed(header));
            tar.write(new byte[512]);
        }
        return archive;
    }

    @Test
    void aDamagedTarArchiveIsToldWithArchiveAndFile() throws Exception {
        Path negative = tar("negative.tar", "-0000001000");
        assertEquals(
                List.of("The archive " + negative + " is damaged: at byte 512, behind the file \"\", something else"
                        + " begins than a file."),
                OpenedKinds.problems(Cifar.ten(), negative));
        Path cut = tar("cut.tar", "00000010000");
        assertEquals(
                List.of("The archive " + cut + " is cut off; the last file that begins in it is \"batches.meta.txt\"."),
                OpenedKinds.problems(Cifar.ten(), cut));
        byte[] whole = Files.readAllBytes(tar("whole.tar", "00000000100"));
        whole[700] ^= 1;
        Path changed = Files.write(folder.resolve("changed.tar"), whole);
        assertEquals(
                List.of("The archive " + changed + " is damaged: at byte 512, behind the file \"\", something else"
                        + " begins than a file."),
                OpenedKinds.problems(Cifar.ten(), changed));
    }
}
