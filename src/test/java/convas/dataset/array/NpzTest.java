package convas.dataset.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.OpenedKinds;
import convas.dataset.Reinterpretation;
import convas.dataset.Survey;
import convas.dataset.Targets;
import convas.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
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
        assertTrue(
                said(dataset, Survey.Topic.ASIDE)
                        .contains("Arrays that are not used, and not read: 2 (\"names\" (3,) <U1, \"meta\" () int64)."),
                () -> said(dataset, Survey.Topic.ASIDE).toString());
    }

    /** NumPy's arange(48) / 2 in the shape (4, 3, 2, 2), stored column by column: sample 1 begins with 6. */
    @Test
    void readsFortranOrderAsNumpyShowsIt() throws Exception {
        Dataset dataset = OpenedKinds.open(new Npz(), FOLDER.resolve("fortran.npz"));
        assertEquals(List.of(3, 2, 2), dataset.shape().sizes());
        assertArrayEquals(
                new float[] {6, 8, 10, 6.5f, 8.5f, 10.5f, 7, 9, 11, 7.5f, 9.5f, 11.5f}, OpenedKinds.read(dataset, 1));
    }

    @Test
    void tellsEverythingThatIsWrongWithFileAndArray() throws Exception {
        Path uneven = FOLDER.resolve("uneven.npz");
        assertEquals(
                List.of(
                        "The array \"x\" of " + uneven + " has 3 samples, but \"y\" has 2.",
                        "The label of sample 1 in the array \"y\" of " + uneven + " is -1; expected a whole number from"
                                + " 0 to 99999. With \"labels\": \"distinct\" each value that occurs is a class, with"
                                + " \"labels\": \"numbers\" they are learnt as numbers."),
                OpenedKinds.problems(new Npz(), uneven));
        Path broken = folder.resolve("broken.npz");
        Files.write(broken, new byte[] {1, 2, 3});
        assertTrue(OpenedKinds.problems(new Npz(), broken).get(0).startsWith(broken + " is no whole npz file: "));
        Path texts = FOLDER.resolve("texts.npz");
        assertEquals(
                List.of("The array \"y\" of " + texts
                        + " holds no numbers: it is (6,) <U3. Expected floating point, whole numbers or booleans."),
                OpenedKinds.problems(new Npz(), texts));
        Path nan = FOLDER.resolve("nan.npz");
        assertEquals(
                List.of("Some values of the array \"x\" of " + nan
                        + " cannot be learnt with, since they are no numbers or, as"
                        + " 32-bit floats, infinite (2; the first, at [1, 0, 2], is NaN)."),
                OpenedKinds.problems(new Npz(), nan));
    }

    @Test
    void anArrayThatIsCutOffIsNamedWithItsFile() throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("extra.npz"));
        // In the directory at the end an entry has its checksum at byte 16 and its name from byte 46 on.
        int at = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("x.npy") - 46;
        whole[at + 16] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.npz"), whole);
        assertEquals(
                List.of(damaged + " is damaged: the checksum of the array \"x\" does not match its data."),
                OpenedKinds.problems(new Npz(), damaged));
    }

    /** Whatever is told of a file of tensors is told of data with file and array. */
    @Test
    void everySentenceOfDamagedFilesHasOneForData() throws IOException {
        Properties tensor = new Properties();
        try (var in = getClass().getResourceAsStream("/convas/text/tensor.properties")) {
            tensor.load(in);
        }
        Texts texts = new Texts(Locale.ENGLISH);
        List<String> none = tensor.stringPropertyNames().stream()
                .filter(key -> key.startsWith("tensor.file."))
                .filter(key -> !key.matches("tensor.file.(missing|unreadable|npz.entry|safetensors.*)"))
                .map(key -> "dataset.npz" + key.substring("tensor".length()))
                .filter(key -> texts.find(key, List.of()).isEmpty())
                .toList();
        assertEquals(List.of(), none);
    }

    @Test
    void channelsAtTheOtherEndAreDoubted() throws Exception {
        Path file = FOLDER.resolve("nhwc.npz");
        Dataset dataset = OpenedKinds.open(new Npz(), file);
        assertEquals(List.of(8, 8, 3), dataset.shape().sizes());
        Reinterpretation other = dataset.reinterpretations().get(0);
        assertEquals("layout", other.option());
        assertEquals("NHWC", other.value());
        assertEquals(List.of(3, 8, 8), other.shape().sizes());
        assertEquals(
                List.of("The images of the array \"x\" of " + file
                        + ", (4, 8, 8, 3) int16, are read as 8 × 8 × 3 (channels"
                        + " × height × width), which looks wrong. With \"layout\": \"NHWC\" they are 3 × 8 × 8."),
                OpenedKinds.sentences(dataset.notes()));
        Dataset right = OpenedKinds.open(new Npz(), file, "layout", "NHWC");
        assertEquals(List.of(3, 8, 8), right.shape().sizes());
        // NumPy: x[1, 0, 1] is [195, 196, 197].
        assertArrayEquals(new float[] {195, 196, 197}, Arrays.copyOfRange(OpenedKinds.read(right, 1), 3, 6));
        assertEquals(List.of(), right.notes());
    }

    private static List<String> said(Dataset dataset, Survey.Topic topic) {
        List<DataProblem> sentences = dataset.survey().findings().stream()
                .filter(finding -> finding.topic() == topic)
                .map(Survey.Finding::sentence)
                .toList();
        return OpenedKinds.sentences(sentences);
    }

    @Test
    void aFileOfAnotherProgramIsNamedForWhatItIs() throws IOException {
        Path file = folder.resolve("data.npz");
        for (String name : List.of("notes.txt", "array.npy", "weights.h5", "state.pt", "nothing.npz")) {
            Files.write(file, Files.readAllBytes(Path.of("src/test/resources/tensors/foreign", name)));
            List<String> told = OpenedKinds.problems(new Npz(), file);
            assertEquals(1, told.size());
            assertTrue(told.get(0).matches("(?s)(This is an? |The file is ).*\\..*"), told.get(0));
        }
        Files.writeString(file, "1,2,3\n4,5,6\n");
        assertEquals(
                List.of("This is a text. Weights and arrays are read from safetensors and npz."),
                OpenedKinds.problems(new Npz(), file));
    }
}
