package convas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFolderTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    @TempDir
    private Path base;

    private Path own;
    private int user;

    @BeforeEach
    void knowTheUser() throws IOException {
        user = (int) Files.getAttribute(base, "unix:uid");
        own = base.resolve("convas-engine-" + user);
    }

    /** Nobody has the home, so nobody can write it. */
    private EngineFolder homeless(int whose) {
        return new EngineFolder(base.resolve("nonexistent"), base, whose, TEXTS);
    }

    @Test
    void aHomeThatCanBeWrittenHasTheEngineAsBefore() throws IOException {
        assertEquals(base.resolve(".djl.ai"), new EngineFolder(base, base, user, TEXTS).cache());
    }

    @Test
    void withoutAHomeAPrivateFolderIsMadeAndFoundAgain() throws IOException {
        assertEquals(own, homeless(user).cache());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
        assertEquals(own, homeless(user).cache());
    }

    @Test
    void aFolderOfThatNameThatOthersCanWriteOrThatIsALinkIsRefusedWithTheRemedy() throws IOException {
        Files.createDirectory(own);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
        EngineFolderException refused =
                assertThrows(EngineFolderException.class, () -> homeless(user).cache());
        assertTrue(refused.getMessage().contains(own.toString()), refused.getMessage());
        assertTrue(refused.getMessage().contains("DJL_CACHE_DIR"), refused.getMessage());
        Files.delete(own);
        Path elsewhere = Files.createDirectory(base.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(own, elsewhere);
        assertThrows(EngineFolderException.class, () -> homeless(user).cache());
    }

    @Test
    void aFolderOfAnotherUserIsRefused() throws IOException {
        Path made = Files.createDirectory(base.resolve("convas-engine-" + (user + 1)));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
        assertThrows(EngineFolderException.class, () -> homeless(user + 1).cache());
    }

    /** Everybody was taken for root, and whoever is not root was refused the folder in the own home. */
    @Test
    void theUserIsKnownThroughTheLinkThatTheSystemHasForIt() throws IOException {
        Path process = Files.createDirectory(base.resolve("4711"));
        int expected = user;
        if (user == 0) {
            expected = 12345;
            Files.setAttribute(process, "unix:uid", expected);
        }
        assertEquals(expected, EngineFolder.user(Files.createSymbolicLink(base.resolve("self"), process)));
    }

    @Test
    void aVersionThatEverybodyCanWriteIsRefused() throws IOException {
        Path version = Files.createDirectories(base.resolve("pytorch/2.7.1"));
        EngineFolder folder = new EngineFolder(base, base, user, TEXTS);
        folder.demandSafe(base.resolve("pytorch"));
        Files.setPosixFilePermissions(version, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThrows(EngineFolderException.class, () -> folder.demandSafe(base.resolve("pytorch")));
    }

    /** Of a group in which there are others, as the staff; not of the one that a user has alone, as Ubuntu makes it. */
    @Test
    void aFolderThatAGroupOfOthersCanWriteIsRefused() {
        assertTrue(EngineFolder.isOpen(PosixFilePermissions.fromString("rwxrwx---"), "ada", "staff"));
        assertFalse(EngineFolder.isOpen(PosixFilePermissions.fromString("rwxr-x---"), "ada", "staff"));
        assertFalse(EngineFolder.isOpen(PosixFilePermissions.fromString("rwxrwxr-x"), "ada", "ada"));
        assertTrue(EngineFolder.isOpen(PosixFilePermissions.fromString("rwxrwxrwx"), "ada", "ada"));
    }

    @Test
    void aLibraryThatEverybodyCanWriteIsRefusedWhereverItLies() throws IOException {
        Path library =
                Files.createDirectories(base.resolve(".djl.ai/pytorch/2.7.1")).resolve("libc10.so");
        Files.writeString(library, "");
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-r--r--"));
        EngineFolder folder = new EngineFolder(base, base, user, TEXTS);
        folder.demandSafe(base.resolve(".djl.ai"));
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThrows(EngineFolderException.class, () -> folder.demandSafe(base.resolve(".djl.ai")));
    }

    @Test
    void whatAnUnpackingThatWasEndedLeftIsClearedAndOneThatGoesOnIsNot() throws IOException {
        Path old = Files.createDirectories(base.resolve("pytorch/tmp123"));
        Files.writeString(old.resolve("libtorch_cpu.so"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Path young = Files.createDirectories(base.resolve("pytorch/tmp456"));
        Path version = Files.createDirectories(base.resolve("pytorch/2.7.1"));
        Files.setLastModifiedTime(version, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        new EngineFolder(base, base, user, TEXTS).clear(base.resolve("pytorch"));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young) && Files.exists(version));
    }
}
