package convas.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.json.DesignFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    private final AtomicFile file = new AtomicFile();

    @TempDir
    private Path folder;

    @Test
    void aNewFileIsWrittenAndNothingIsLeftBesideIt() throws IOException {
        file.write(folder.resolve("a.json"), NEW);
        assertEquals("new", Files.readString(folder.resolve("a.json")));
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void aDiskThatFailsInTheMiddleLeavesTheOldFileWholeAndNothingBeside() throws IOException {
        Path path = Files.write(folder.resolve("a.json"), OLD);
        IOException failed = assertThrows(
                IOException.class,
                () -> file.write(path, out -> {
                    out.write(NEW[0]);
                    out.flush();
                    throw new IOException("No space left on device");
                }));
        assertEquals("No space left on device", failed.getMessage());
        assertEquals("old", Files.readString(path));
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void savingADesignGoesTheSameWay() {
        Path readOnly = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/a.json");
        IOException failed =
                assertThrows(IOException.class, () -> new DesignFormat().save(Design.empty("n"), readOnly));
        assertEquals("/modules/a.json stands in a file system that can only be read", failed.getMessage());
    }

    @Test
    void aFolderThatCanOnlyBeReadIsAnIoError() {
        // The modules of the running JDK: a file system that even root may not write to.
        Path readOnly = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/a.json");
        IOException failed = assertThrows(IOException.class, () -> file.write(readOnly, NEW));
        assertEquals("/modules/a.json stands in a file system that can only be read", failed.getMessage());
    }

    @Test
    void aFolderThatIsNotThereIsAnIoError() {
        assertThrows(IOException.class, () -> file.write(folder.resolve("none/a.json"), NEW));
    }

    @Test
    void aFolderInPlaceOfTheFileIsAnIoErrorAndStays() throws IOException {
        Path path = Files.createDirectory(folder.resolve("a.json"));
        assertThrows(IOException.class, () -> file.write(path, NEW));
        assertTrue(Files.isDirectory(path));
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void permissionsStay() throws IOException {
        Path path = Files.write(folder.resolve("a.json"), OLD);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        file.write(path, NEW);
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void aLinkStaysALinkAndItsFileGetsTheContent() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Path real = Files.write(folder.resolve("real/a.json"), OLD);
        Path second = Files.createSymbolicLink(folder.resolve("second.json"), Path.of("real/a.json"));
        Path first = Files.createSymbolicLink(folder.resolve("first.json"), second.getFileName());
        file.write(first, NEW);
        assertTrue(Files.isSymbolicLink(first) && Files.isSymbolicLink(second));
        assertEquals("new", Files.readString(real));
    }

    @Test
    void aLinkToNothingMakesTheFileItPointsTo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("later.json"));
        file.write(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(folder.resolve("later.json")));
    }

    @Test
    void aLinkToItselfIsAnIoError() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("link.json"));
        assertThrows(IOException.class, () -> file.write(link, NEW));
    }

    @Test
    void aPipeIsWrittenToAndStaysAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        file.write(pipe, NEW);
        assertEquals("new", new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
        assertEquals(List.of("pipe"), names());
    }

    @Test
    void aDeviceIsWrittenTo() throws IOException {
        file.write(Path.of("/dev/null"), NEW);
        Path link = Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));
        IOException full = assertThrows(IOException.class, () -> file.write(link, NEW));
        assertEquals("No space left on device", full.getMessage());
        assertEquals(List.of("full"), names());
    }

    @Test
    void whatAProcessHasOpenIsWrittenToAtItsEnd() throws IOException {
        Path path = Files.write(folder.resolve("a.json"), OLD);
        try (RandomAccessFile open = new RandomAccessFile(path.toFile(), "rw")) {
            Path descriptor = descriptor(path);
            Path link = Files.createSymbolicLink(folder.resolve("stdout"), descriptor);
            Object before =
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            file.write(link, NEW);
            assertEquals(6, open.length());
            assertEquals("oldnew", Files.readString(path));
            assertEquals(
                    before,
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        }
    }

    /** As this process' list of open files names it. */
    private static Path descriptor(Path path) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path each : open.toList()) {
                if (Files.isSymbolicLink(each) && Files.readSymbolicLink(each).equals(path)) {
                    return Path.of("/proc/self/fd").resolve(each.getFileName());
                }
            }
        }
        throw new IOException("not open");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}
