package convas.engine;

import convas.file.FileReason;
import convas.file.FolderTree;
import convas.file.ScratchFolder;
import convas.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the engine unpacks its native libraries and loads them from. What lies there runs as this user, so it must be a folder
 * that no other user can fill: without a home that can be written, the engine would take a name in the system's temporary
 * folder that anybody can have made before. There this class makes a private folder, or refuses.
 */
final class EngineFolder {
    private static final String VARIABLE = "DJL_CACHE_DIR";
    private static final String ENGINE_VARIABLE = "ENGINE_CACHE_DIR";
    private static final String ENGINE = "pytorch";
    private static final String PRIVATE = "rwx------";
    /** Unpacking takes seconds; what has not changed for so long was left by one that was ended. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** The cache, an engine's folder, a version's, its libraries. */
    private static final int DEPTH = 3;

    private static final int ROOT = 0;

    private final Path home;
    private final Path temporary;
    private final int user;
    private final Texts texts;

    EngineFolder(Path home, Path temporary, int user, Texts texts) {
        this.home = home;
        this.temporary = temporary;
        this.user = user;
        this.texts = texts;
    }

    /** Applies to this process; nothing where the system has no owners as Unix has them. */
    static void prepare(Texts texts) {
        Path home = Path.of(System.getProperty("user.home"));
        if (!home.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            EngineFolder folder = new EngineFolder(home, temporary, user(), texts);
            String chosen = chosen(ENGINE_VARIABLE);
            if (!chosen.isEmpty()) {
                folder.demandSafe(Path.of(chosen));
                return;
            }
            chosen = chosen(VARIABLE);
            Path cache = chosen.isEmpty() ? folder.cache() : Path.of(chosen);
            folder.demandSafe(cache);
            folder.clear(cache.resolve(ENGINE));
            System.setProperty(VARIABLE, cache.toString());
        } catch (IOException refused) {
            throw new EngineFolderException(
                    texts.get("compiler.engine.folder.none", temporary, VARIABLE, FileReason.withFile(refused, texts)));
        }
    }

    private static String chosen(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty() ? System.getProperty(variable, "") : value;
    }

    private static int user() throws IOException {
        Path self = Path.of("/proc/self");
        if (Files.exists(self)) {
            return user(self);
        }
        try (ScratchFolder mine = new ScratchFolder("convas-engine")) {
            return owner(mine.path());
        }
    }

    /** Whose process it is: the name itself is a link, and the links there are the system's. */
    static int user(Path self) throws IOException {
        return (int) Files.getAttribute(self, "unix:uid");
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** The folder that is to hold the engine's: below the home, or one of this user alone. */
    Path cache() throws IOException {
        if (Files.isWritable(home)) {
            return home.resolve(".djl.ai");
        }
        Path own = temporary.resolve("convas-engine-" + user);
        try {
            Files.createDirectory(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
        } catch (FileAlreadyExistsException before) {
            boolean mine = Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)
                    && owner(own) == user
                    && Files.getPosixFilePermissions(own, LinkOption.NOFOLLOW_LINKS)
                            .equals(PosixFilePermissions.fromString(PRIVATE));
            if (!mine) {
                throw refused(own);
            }
        }
        return own;
    }

    /** Whether it, each engine's and version's folder in it and each library in those is this user's or the system's alone. */
    void demandSafe(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inner = Files.walk(folder.toRealPath(), DEPTH)) {
            for (Path each : (Iterable<Path>) inner::iterator) {
                demandOwned(each);
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private void demandOwned(Path path) throws IOException {
        int owner = owner(path);
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean open = !found.isSymbolicLink()
                && isOpen(
                        found.permissions(),
                        found.owner().getName(),
                        found.group().getName());
        if ((owner != user && owner != ROOT) || open) {
            throw refused(path);
        }
    }

    /** Whether another than the owner can write; many systems give each user a group of the same name and nobody else. */
    static boolean isOpen(Set<PosixFilePermission> permissions, String owner, String group) {
        return permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || (permissions.contains(PosixFilePermission.GROUP_WRITE) && !group.equals(owner));
    }

    private EngineFolderException refused(Path path) {
        return new EngineFolderException(texts.get("compiler.engine.folder.others", path, VARIABLE));
    }

    /** Takes away what an unpacking that was ended has left, up to some hundred megabytes each. */
    void clear(Path engine) {
        if (!Files.isDirectory(engine)) {
            return;
        }
        Instant latest = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(engine, "tmp*")) {
            for (Path each : left) {
                FileTime changed = Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS);
                if (owner(each) == user && changed.toInstant().isBefore(latest)) {
                    new FolderTree(each).delete();
                }
            }
        } catch (IOException | RuntimeException stays) {
            // It takes room and is not loaded.
            return;
        }
    }
}
