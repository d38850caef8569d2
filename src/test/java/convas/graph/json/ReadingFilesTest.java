package convas.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Diagnostic;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingFilesTest {
    private static final String EMPTY =
            "{\"format\": \"convas-design\", \"version\": 1, \"name\": \"n\", \"nodes\": [], \"edges\": []}";

    private final DesignFormat format = new DesignFormat();

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereIsAProblem() {
        Path path = folder.resolve("none.json");
        assertEquals(List.of(Diagnostic.error("", "", "graph.file.missing", path)), problems(path));
    }

    @Test
    void aFolderIsAProblem() {
        assertEquals(List.of(Diagnostic.error("", "", "graph.file.directory", folder)), problems(folder));
    }

    @Test
    void anEmptyFileIsAProblem() throws IOException {
        Path path = Files.writeString(folder.resolve("a.json"), " \n");
        assertEquals(List.of(Diagnostic.error("", "", "graph.file.empty")), problems(path));
    }

    @Test
    void aFileAboveTheLimitIsRefusedBeforeItIsRead() throws IOException {
        Path path = folder.resolve("huge.json");
        // A sparse file of four times the heap of the tests.
        try (RandomAccessFile huge = new RandomAccessFile(path.toFile(), "rw")) {
            huge.setLength(8L << 30);
        }
        assertEquals(List.of(Diagnostic.error("", "", "graph.file.tooLarge", 64)), problems(path));
    }

    @Test
    void bytesThatAreNotUtf8AreAProblemWithTheirLine() throws IOException {
        Path path = folder.resolve("latin.json");
        Files.write(path, "{\n\"name\": \"na\u00efve\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of(Diagnostic.error("", "", "graph.file.encoding", 2)), problems(path));
    }

    @Test
    void utf16IsAProblem() throws IOException {
        Path path = Files.write(folder.resolve("wide.json"), EMPTY.getBytes(StandardCharsets.UTF_16));
        assertEquals(List.of(Diagnostic.error("", "", "graph.file.encoding", 1)), problems(path));
    }

    @Test
    void aByteOrderMarkIsSaidAndTheDesignReadAllTheSame() {
        Reading<Design> reading = format.read(("\ufeff" + EMPTY).getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(Diagnostic.warning("", "", "graph.file.mark")), reading.problems());
        assertTrue(reading.isClean());
    }

    @Test
    void aMillionOpenBracketsEndAtTheLimit() {
        Reading<Design> reading = format.read(("{\"a\": " + "[".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("graph.json.nesting"),
                reading.problems().stream().map(Diagnostic::key).toList());
    }

    @Test
    void sixtyFourLevelsAreReadAndSixtyFiveAreNot() {
        String deepest = "[".repeat(63) + "]".repeat(63);
        assertTrue(format.read(with("\"a\": " + deepest)).isClean());
        assertEquals(
                "a" + "[0]".repeat(19) + "[0...",
                format.read(with("\"a\": [" + deepest + "]")).problems().get(0).path());
    }

    @Test
    void millionsOfValuesEndAtTheLimit() {
        byte[] many = with("\"a\": [" + "0,".repeat(5_000_000) + "0]");
        assertEquals(
                List.of(Diagnostic.error("", "", "graph.json.values", 4_000_000)),
                format.read(many).problems());
    }

    @Test
    void anIntegerWithAMillionDigitsIsTooLarge() {
        Reading<Design> reading = format.read(with("\"a\": {\"b\": " + "9".repeat(1_000_000) + "}"));
        assertEquals(
                List.of(Diagnostic.error("a.b", "", "graph.json.number", "9".repeat(40) + "...")), reading.problems());
    }

    @Test
    void aNameOfAMegabyteIsAProblem() {
        Reading<Design> reading = format.read(with("\"" + "a".repeat(1 << 20) + "\": 1"));
        assertEquals("graph.json.limit", reading.problems().get(0).key());
    }

    private static byte[] with(String field) {
        return (EMPTY.substring(0, EMPTY.length() - 1) + ", " + field + "}").getBytes(StandardCharsets.UTF_8);
    }

    private List<Diagnostic> problems(Path path) {
        Reading<Design> reading = format.read(path);
        assertTrue(reading.value().isEmpty());
        return reading.problems();
    }
}
