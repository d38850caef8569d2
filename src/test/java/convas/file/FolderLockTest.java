package convas.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path folder;

    /** Asks, takes, or asks without end, in a process of its own. */
    public static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[1]);
            if (arguments[0].equals("ask")) {
                System.exit(FolderLock.isTaken(folder) ? 1 : 0);
            }
            System.exit(FolderLock.take(folder).isPresent() ? 0 : 1);
        }
    }

    private int other(String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        what,
                        folder.toString())
                .inheritIO()
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue();
    }

    @Test
    void whoAnnouncesItselfIsKnownAndTakesTheLockLater() throws Exception {
        FolderLock.announce(folder);
        assertTrue(FolderLock.isLeftBy(folder, ProcessHandle.current().pid()));
        assertFalse(FolderLock.isTaken(folder));
        try (FolderLock lock = FolderLock.take(folder).orElseThrow()) {
            assertNotNull(lock);
            assertFalse(FolderLock.isLeftBy(folder, ProcessHandle.current().pid()));
        }
        assertFalse(FolderLock.isLeftBy(folder, ProcessHandle.current().pid()));
    }

    @Test
    void askingFromTheProcessThatHasTheLockDoesNotGiveItBack() throws Exception {
        try (FolderLock lock = FolderLock.take(folder).orElseThrow()) {
            assertNotNull(lock);
            assertTrue(FolderLock.isTaken(folder));
            assertTrue(FolderLock.take(folder).isEmpty());
            assertEquals(1, other("ask"));
            assertEquals(1, other("take"));
        }
        assertFalse(FolderLock.isTaken(folder));
        assertEquals(0, other("take"));
    }

    @Test
    void whoAsksInAnotherProcessKeepsNobodyFromTaking() throws Exception {
        Files.createFile(folder.resolve("lock"));
        // What asking does, held for longer than it takes.
        Process asking = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asking.class.getName(),
                        folder.toString())
                .start();
        assertEquals('r', asking.getInputStream().read());
        asking.getOutputStream().close();
        try (FolderLock lock = FolderLock.take(folder).orElseThrow()) {
            assertNotNull(lock);
            assertTrue(asking.waitFor(60, TimeUnit.SECONDS));
            assertEquals(1, other("ask"));
        }
    }

    /** Holds what asking holds until nothing more comes in. */
    public static final class Asking {
        private Asking() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]).resolve("lock");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock asked = channel.lock(1, 1, true)) {
                System.out.write('r');
                System.out.flush();
                while (asked.isValid() && System.in.read() >= 0) {
                    continue;
                }
            }
        }
    }

    @Test
    void aFolderThatNobodyTookIsFreeAndStaysAsItIs() throws IOException {
        assertFalse(FolderLock.isTaken(folder));
        assertFalse(Files.exists(folder.resolve("lock")));
    }

    @Test
    void aLockThatIsALinkIsNotFollowed() throws IOException {
        Path outside = folder.resolve("outside");
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.createSymbolicLink(run.resolve("lock"), outside);
        assertFalse(FolderLock.isTaken(run));
        assertThrows(IOException.class, () -> FolderLock.take(run));
        assertFalse(Files.exists(outside));
    }
}
