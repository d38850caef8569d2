package convas.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedFolderTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path base;

    private Path outside;
    private ClosedFolder folder;

    @BeforeEach
    void makeAFolderAndSomethingOutsideIt() throws IOException {
        outside = Files.writeString(base.resolve("outside"), "mine");
        folder = new ClosedFolder(Files.createDirectory(base.resolve("run")));
    }

    @Test
    void aLinkUnderAFilesNameIsReplacedAndWhatItLedToStays() throws IOException {
        Files.createSymbolicLink(folder.path().resolve("a.json"), outside);
        Files.createSymbolicLink(folder.path().resolve("a.json.new"), outside);
        folder.replace("a.json", NEW);
        assertEquals("mine", Files.readString(outside));
        assertArrayEquals(NEW, folder.read("a.json", 10));
        assertEquals(List.of("a.json", "a.json.new"), names());
    }

    @Test
    void nothingIsAddedThroughALink() throws IOException {
        Files.createSymbolicLink(folder.path().resolve("log"), outside);
        assertThrows(IOException.class, () -> folder.append("log", NEW));
        assertThrows(IOException.class, () -> folder.append("log"));
        assertThrows(IOException.class, () -> folder.begin("log"));
        assertThrows(IOException.class, () -> folder.create("log", out -> out.write(NEW)));
        assertEquals("mine", Files.readString(outside));
    }

    @Test
    void aFileThatHasAnotherNameElsewhereIsAddedToInThisFolderAlone() throws IOException {
        Files.createLink(folder.path().resolve("log"), outside);
        folder.append("log", NEW);
        assertEquals("mine", Files.readString(outside));
        assertEquals("minenew", Files.readString(folder.path().resolve("log")));
    }

    @Test
    void whatIsAddedFollowsWhatIsThere() throws IOException {
        folder.append("log", "a\n".getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = folder.append("log")) {
            out.write("b\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("a\nb\n", Files.readString(folder.path().resolve("log")));
    }

    @Test
    void aLinkAPipeAFolderAndAnEndlessDeviceAreNoFiles() throws Exception {
        Files.createSymbolicLink(folder.path().resolve("link"), outside);
        Files.createSymbolicLink(folder.path().resolve("zero"), Path.of("/dev/zero"));
        Files.createDirectory(folder.path().resolve("folder"));
        new ProcessBuilder("mkfifo", folder.path().resolve("pipe").toString())
                .start()
                .waitFor();
        for (String name : List.of("link", "zero", "folder", "pipe")) {
            UnfitFileException refused = assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThrows(UnfitFileException.class, () -> folder.read(name, 1 << 20)));
            assertEquals(UnfitFileException.Kind.NO_FILE, refused.kind());
            assertEquals(name + " is no regular file", refused.getMessage());
        }
    }

    @Test
    void aFileIsReadUpToItsLimit() throws IOException {
        Files.write(folder.path().resolve("a"), new byte[10]);
        assertEquals(10, folder.read("a", 10).length);
        UnfitFileException refused = assertThrows(UnfitFileException.class, () -> folder.read("a", 9));
        assertEquals(UnfitFileException.Kind.TOO_LARGE, refused.kind());
    }

    @Test
    void whateverFailsWhileAFileIsWrittenLeavesNothingBesideIt() throws IOException {
        folder.replace("a", NEW);
        assertThrows(
                OutOfMemoryError.class,
                () -> folder.replace("a", out -> {
                    out.write(1);
                    throw new OutOfMemoryError("of a test");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> folder.replace("a", out -> {
                    throw new IllegalStateException();
                }));
        assertEquals(List.of("a"), names());
        assertArrayEquals(NEW, folder.read("a", 10));
    }

    @Test
    void whatAKillLeftIsSweptByTheOneWriter() throws IOException {
        Files.write(folder.path().resolve(".a." + UUID.randomUUID() + ".tmp"), NEW);
        Files.createDirectories(folder.path().resolve(".a." + UUID.randomUUID() + ".tmp/inner"));
        Files.write(folder.path().resolve(".b." + UUID.randomUUID() + ".tmp"), NEW);
        Files.write(folder.path().resolve(".a.notes.tmp"), NEW);
        folder.sweep("a");
        assertEquals(2, names().size());
    }

    @Test
    void whatLiesThereForADayIsTakenAwayByTheNextWriterAndWhatIsNewStays() throws IOException {
        Path old = Files.write(folder.path().resolve(".a." + UUID.randomUUID() + ".tmp"), NEW);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path young = Files.write(folder.path().resolve(".a." + UUID.randomUUID() + ".tmp"), NEW);
        folder.replace("a", NEW);
        assertEquals(List.of(young.getFileName().toString(), "a"), names());
    }

    @Test
    void aFileIsTakenOnceAndWhatIsNoFileGoesUnread() throws IOException {
        folder.replace("order", NEW);
        assertArrayEquals(NEW, folder.take("order", 10).orElseThrow());
        assertEquals(Optional.empty(), folder.take("order", 10).map(bytes -> bytes.length));
        Files.createSymbolicLink(folder.path().resolve("order"), outside);
        assertEquals(Optional.empty(), folder.take("order", 10).map(bytes -> bytes.length));
        assertFalse(folder.has("order"));
        Files.createDirectories(folder.path().resolve("order/inner"));
        assertEquals(Optional.empty(), folder.take("order", 10).map(bytes -> bytes.length));
        assertEquals(List.of(), names());
        assertEquals("mine", Files.readString(outside));
    }

    @Test
    void aNameAsLongAsTheSystemAllowsIsWritten() throws IOException {
        String name = "\u9f8d".repeat(85);
        folder.replace(name, NEW);
        assertArrayEquals(NEW, folder.read(name, 10));
    }

    @Test
    void aLinkIsDeletedAndNotWhatItLeadsTo() throws IOException {
        Path other = Files.createDirectory(base.resolve("other"));
        Files.writeString(other.resolve("file"), "mine");
        Files.createSymbolicLink(folder.path().resolve("link"), other);
        new FolderTree(folder.path()).delete();
        assertFalse(Files.exists(folder.path()));
        assertEquals("mine", Files.readString(other.resolve("file")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
