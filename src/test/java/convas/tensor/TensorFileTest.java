package convas.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import convas.engine.EngineStartup;
import convas.graph.Diagnostic;
import convas.graph.json.Reading;
import convas.operator.TensorShape;
import convas.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorFileTest {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "tensors");

    @TempDir
    private Path folder;

    private static TensorFile sample() {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        tensors.put("stem.conv.weight", new FloatTensor(TensorShape.of(2, 3), new float[] {1, -2, 3.5f, 0, 1e-30f, 9}));
        tensors.put("stem.conv.bias", new FloatTensor(TensorShape.of(2), new float[] {Float.MIN_VALUE, -0f}));
        return TensorFile.of(tensors);
    }

    private static TensorFile read(Path file) {
        Reading<TensorFile> reading = TensorFile.read(file);
        assertEquals(List.of(), reading.problems());
        return reading.value().orElseThrow();
    }

    private static String problem(Path file) {
        Reading<TensorFile> reading = TensorFile.read(file);
        assertTrue(reading.value().isEmpty());
        assertEquals(1, reading.problems().size());
        Diagnostic problem = reading.problems().get(0);
        assertEquals(file.toString(), problem.path());
        String line = problem.line(new Texts(Locale.ENGLISH));
        assertTrue(!line.contains("tensor."), () -> "no sentence for " + line);
        return problem.key() + " " + problem.parameter();
    }

    @ParameterizedTest
    @CsvSource({
        "f8, 1.5 -2.25 0.001",
        "f2, 1 -0.5 65504 5.9604645E-8 0.33325195",
        "i1, -128 127",
        "u1, 0 255",
        "i2, -300",
        "u2, 65535",
        "i4, -70000",
        "u4, 4294967295",
        "i8, -5 1099511627776",
        "u8, 9223372036854775808",
        "b1, 1 0",
        "big, 1.25 -3",
        "scalar, 7.5"
    })
    void numbersOfEveryTypeThatNumpyWritesAreRead(String name, String expected) {
        float[] values = read(FIXTURES.resolve("types.npz")).tensors().get(name).values();

        List<Float> wanted =
                Arrays.stream(expected.split(" ")).map(Float::valueOf).toList();
        List<Float> found = new ArrayList<>();
        for (float value : values) {
            found.add(value);
        }
        assertEquals(wanted, found);
    }

    @Test
    void shapesComeAsTheyWereSaved() {
        Map<String, FloatTensor> tensors = read(FIXTURES.resolve("types.npz")).tensors();

        assertEquals(TensorShape.of(1, 3), tensors.get("f8").shape());
        assertEquals(TensorShape.of(), tensors.get("scalar").shape());
        assertEquals(TensorShape.of(0, 3), tensors.get("none").shape());
    }

    @Test
    void fortranOrderIsReadAsNumpyShowsIt() {
        FloatTensor matrix = read(FIXTURES.resolve("fortran.npz")).tensors().get("a");
        assertEquals(TensorShape.of(2, 3), matrix.shape());
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, matrix.values());
        // numpy.arange(24) in the shape (2, 3, 4), of two bytes, the greater first.
        FloatTensor block = read(FIXTURES.resolve("fortran3.npz")).tensors().get("a");
        assertEquals(TensorShape.of(2, 3, 4), block.shape());
        for (int index = 0; index < 24; index++) {
            assertEquals(index, block.values()[index]);
        }
    }

    @Test
    void textIsNoTensor() {
        assertEquals("tensor.file.type a", problem(FIXTURES.resolve("text.npz")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.npz", "weights.safetensors"})
    void whatIsSavedIsReadBackBitForBitInOrder(String name) throws IOException {
        Path file = folder.resolve(name);
        sample().save(file);

        TensorFile again = read(file);

        assertEquals(
                List.of("stem.conv.weight", "stem.conv.bias"),
                List.copyOf(again.tensors().keySet()));
        sample().tensors()
                .forEach((key, tensor) -> assertArrayEquals(
                        tensor.values(), again.tensors().get(key).values()));
        assertEquals(
                TensorShape.of(2, 3), again.tensors().get("stem.conv.weight").shape());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void safetensorsKeepTextsBesideTheTensors() throws IOException {
        Path file = folder.resolve("state.safetensors");
        new TensorFile(sample().tensors(), Map.of("step", "12")).save(file);

        assertEquals(Map.of("step", "12"), read(file).metadata());
    }

    @ParameterizedTest
    @CsvSource({"weights.npz, NPZ", "weights.safetensors, SAFETENSORS"})
    void anotherReaderUnderstandsWhatIsWrittenAndTheOtherWayRound(String name, NDList.Encoding encoding)
            throws IOException {
        EngineStartup.apply();
        Path file = folder.resolve(name);
        sample().save(file);

        try (NDManager manager = NDManager.newBaseManager()) {
            NDList decoded = NDList.decode(manager, Files.readAllBytes(file));
            NDArray weight = decoded.stream()
                    .filter(array -> array.getName().equals("stem.conv.weight"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(new Shape(2, 3), weight.getShape());
            assertArrayEquals(sample().tensors().get("stem.conv.weight").values(), weight.toFloatArray());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            decoded.encode(bytes, encoding);
            Files.write(file, bytes.toByteArray());
        }
        assertArrayEquals(
                sample().tensors().get("stem.conv.bias").values(),
                read(file).tensors().get("stem.conv.bias").values());
    }

    @Test
    void brainFloatsAreRead() throws IOException {
        // 1.0 is 0x3f80 and -2.5 is 0xc020 in the upper half of a 32-bit float.
        Path file = safetensors(
                "{\"a\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]}}", 0x80, 0x3f, 0x20, 0xc0);

        assertArrayEquals(new float[] {1, -2.5f}, read(file).tensors().get("a").values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}|tensor.file.length a",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}|tensor.file.safetensors.offsets a",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[4,4]}}|tensor.file.safetensors.offsets a",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}|tensor.file.safetensors.entry a",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0.5],\"data_offsets\":[0,4]}}|tensor.file.safetensors.entry a",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}|tensor.file.safetensors.entry a",
                "{\"a\":7}|tensor.file.safetensors.entry a",
                "{\"a\":{\"dtype\":\"C64\",\"shape\":[1],\"data_offsets\":[0,4]}}|tensor.file.type a",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[4000000000,4000000000,4000000000],\"data_offsets\":[0,4]}}|tensor.file.large a",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4000000000],\"data_offsets\":[0,16000000000]}}|tensor.file.large a",
                "{}|tensor.file.safetensors.rest",
                "[]|tensor.file.safetensors.header",
                "{\"a\":|tensor.file.safetensors.header",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{}}|tensor.file.safetensors.header"
            })
    void aHeaderThatDoesNotDescribeTheDataIsRefused(String header, String expected) throws IOException {
        assertEquals(expected, problem(safetensors(header, 0, 0, 0, 0)).strip());
    }

    private Path safetensors(String header, int... data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        for (int value : data) {
            bytes.put((byte) value);
        }
        return Files.write(folder.resolve("made.safetensors"), bytes.array());
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.npz", "weights.safetensors"})
    void aFileCutOffAnywhereIsAProblemAndNeverAnException(String name) throws IOException {
        Path file = folder.resolve(name);
        sample().save(file);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            problem(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.npz", "weights.safetensors"})
    void aFileWithAnyByteChangedIsReadOrAProblemAndNeverAnException(String name) throws IOException {
        Path file = folder.resolve(name);
        sample().save(file);
        byte[] whole = Files.readAllBytes(file);

        for (int at = 0; at < whole.length; at++) {
            for (int change : new int[] {0x01, 0x80, 0xff}) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) change;
                Files.write(file, changed);
                Reading<TensorFile> reading = TensorFile.read(file);
                assertEquals(reading.value().isEmpty(), !reading.problems().isEmpty(), "byte " + at);
            }
        }
    }

    @Test
    void aChangedByteInAnNpzArrayIsNoticed() throws IOException {
        Path file = folder.resolve("weights.npz");
        sample().save(file);
        byte[] whole = Files.readAllBytes(file);
        byte[] value = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(3.5f)
                .array();
        int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf(new String(value, StandardCharsets.ISO_8859_1));
        whole[at + 2] ^= 1;
        Files.write(file, whole);

        assertEquals("tensor.file.checksum stem.conv.weight", problem(file));
    }

    @Test
    void whatIsMissingOrNoFileOfTensorsAtAllIsSaid() throws IOException {
        assertEquals("tensor.file.missing ", problem(folder.resolve("absent.npz")));
        assertEquals("tensor.file.unreadable ", problem(folder));
        Path text = Files.writeString(folder.resolve("notes.txt"), "Weights of the second experiment\n");
        assertEquals("tensor.foreign.text ", problem(text));
        Path zip = Files.writeString(folder.resolve("broken.npz"), "PK and nothing else");
        assertEquals("tensor.file.zip ", problem(zip));
    }

    @Test
    void anArchiveWithOtherFilesIsNoNpz() throws IOException {
        Path file = folder.resolve("other.npz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("readme.txt"));
            new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)).transferTo(zip);
        }
        Files.write(file, bytes.toByteArray());

        assertEquals("tensor.file.npz.entry ", problem(file));
    }

    /** The data of the array that nobody asks for is no deflated data at all: whoever unpacked it would fail. */
    @Test
    void whatIsNotAskedForIsNotUnpacked() throws IOException {
        Path file = folder.resolve("two.npz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("asked", "large")) {
                zip.putNextEntry(new ZipEntry(name + ".npy"));
                zip.write(NpyHeader.bytes(TensorShape.of(1 << 20)));
                byte[] values = new byte[1 << 22];
                new Random(1).nextBytes(values);
                zip.write(values);
                zip.closeEntry();
            }
        }
        byte[] whole = bytes.toByteArray();
        Arrays.fill(whole, whole.length - (1 << 21), whole.length - (1 << 20), (byte) 0xff);
        Files.write(file, whole);
        try (OpenTensors open = TensorFile.open(file).value().orElseThrow()) {
            assertEquals(TensorShape.of(1 << 20), open.tensors().get("large").shape());
            assertEquals(5, open.tensors().get("asked").values(7, 5).length);
            TensorData large = open.tensors().get("large");
            UncheckedIOException damaged = assertThrows(UncheckedIOException.class, () -> large.values(0, 1 << 20));
            assertEquals("large", ((DamagedFileException) damaged.getCause()).tensor());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.npz", "weights.safetensors"})
    void valuesAreReadPartByPartInAnyOrder(String name) throws IOException {
        Path file = folder.resolve(name);
        sample().save(file);
        float[] all = sample().tensors().get("stem.conv.weight").values();
        try (OpenTensors open = TensorFile.open(file).value().orElseThrow()) {
            TensorData tensor = open.tensors().get("stem.conv.weight");
            assertArrayEquals(Arrays.copyOfRange(all, 2, 4), tensor.values(2, 2));
            assertArrayEquals(Arrays.copyOfRange(all, 4, 6), tensor.values(4, 2));
            assertArrayEquals(Arrays.copyOfRange(all, 0, 3), tensor.values(0, 3));
        }
    }

    @Test
    void aHeaderIsReadNoFurtherThanTheMostTensors() {
        byte[] header =
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]},\"b\":{what follows is not looked at"
                        .getBytes(StandardCharsets.UTF_8);
        DamagedFileException many =
                assertThrows(DamagedFileException.class, () -> SafetensorsHeader.read(header, 0, 1));
        assertEquals("tensor.file.many", many.key());
    }

    @Test
    void textsAreNoTensorsUntilTheyAreAskedFor() throws IOException {
        try (OpenTensors open =
                TensorFile.open(FIXTURES.resolve("text.npz")).value().orElseThrow()) {
            TensorData text = open.tensors().get("a");
            assertThrows(UncheckedIOException.class, () -> text.values(0, 1));
        }
    }

    /** Of 2^30 numbers that are said to be there none is; whoever unpacked the array would tell that it is cut off. */
    @Test
    void anArrayThatDoesNotFitTheMemoryIsRefusedByItsHead() throws IOException {
        Path file = folder.resolve("large.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(NpyHeader.bytes(TensorShape.of(1 << 28)));
        }
        try (NumpyArchive archive = NumpyArchive.open(file)) {
            DamagedFileException large = assertThrows(DamagedFileException.class, () -> archive.read("x", 1 << 29));
            assertEquals("tensor.file.memory [1024, 512]", large.getMessage());
        }
    }
}
