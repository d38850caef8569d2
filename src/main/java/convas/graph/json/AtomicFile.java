package convas.graph.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/**
 * Files that are replaced as a whole: written beside, forced to the disk, and renamed. Whatever happens on the way, the
 * path holds all of the old content or all of the new.
 */
public final class AtomicFile {
    /** Links that lead to links; more is a circle. */
    private static final int MAX_LINKS = 40;

    /** What puts bytes into a new file. */
    @FunctionalInterface
    interface Disk {
        void write(Path newFile, byte[] content) throws IOException;
    }

    private final Disk disk;

    public AtomicFile() {
        this(AtomicFile::force);
    }

    AtomicFile(Disk disk) {
        this.disk = disk;
    }

    /**
     * Gives a file new content, and keeps its permissions. Where the path is a link, the file it leads to is replaced
     * and the link stays.
     *
     * @throws IOException where it could not be done; the old content is whole then, and nothing is left beside it
     */
    public void write(Path path, byte[] content) throws IOException {
        Path target = target(path.toAbsolutePath());
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            disk.write(beside, content);
            if (Files.exists(target)) {
                keepPermissions(target, beside);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (UnsupportedOperationException readOnly) {
            throw new IOException(target + " stands in a file system that can only be read", readOnly);
        } catch (IOException | RuntimeException failed) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException | RuntimeException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
        forceFolder(target.getParent());
    }

    private static Path target(Path path) throws IOException {
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new IOException(path + " is a link that leads to itself");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(path + " is a folder");
        }
        return target;
    }

    private static void force(Path newFile, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(newFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            Files.setPosixFilePermissions(to, permissions);
        }
    }

    /** Makes the rename itself last; where a folder cannot be opened (Windows), the system does so by itself. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // The content is safe; only the moment of the rename is the system's.
            return;
        }
    }
}
