package convas.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way to its name: made anew beside it under a name that cannot be guessed, forced to the disk, and renamed.
 * Whatever fails, it is taken away again; what a kill leaves is found by its name, see {@link #sweep}.
 */
final class NewFile {
    private static final String END = ".tmp";
    /** Characters of the final name that the other one keeps: with the rest it stays under 255 bytes in any script. */
    private static final int KEPT = 50;
    /** What the system copies at once outside the heap; larger pieces would need as much memory again. */
    private static final int PIECE = 1 << 20;

    private static final int BUFFER = 1 << 16;
    /** A writer that is at work touches its file more often than that. */
    static final Duration ABANDONED = Duration.ofDays(1);

    private NewFile() {}

    /** Gives {@code target} its content; a link of that name is replaced, never followed. */
    static void replace(Path target, Content content) throws IOException {
        Path beside = target.resolveSibling(beginning(target) + UUID.randomUUID() + END);
        try {
            create(beside, content);
            keepPermissions(target, beside);
            rename(beside, target);
        } catch (UnsupportedOperationException readOnly) {
            throw new IOException(target + " stands in a file system that can only be read", readOnly);
        } catch (IOException | RuntimeException | Error failed) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException | RuntimeException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
        forceFolder(target.getParent());
        sweep(target, ABANDONED);
    }

    /** Makes a file that there is not yet, and forces it to the disk. */
    static void create(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            OutputStream out = new BufferedOutputStream(inPieces(channel), BUFFER) {
                @Override
                public void close() throws IOException {
                    // Who closes it is done; what was written is still to be forced to the disk.
                    flush();
                }
            };
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    static OutputStream inPieces(FileChannel channel) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int at = 0; at < length; at += PIECE) {
                    ByteBuffer piece = ByteBuffer.wrap(bytes, offset + at, Math.min(PIECE, length - at));
                    while (piece.hasRemaining()) {
                        channel.write(piece);
                    }
                }
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /** In one go where the file system can, and so that whoever looks never finds nothing. */
    static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Takes away what writers of {@code target} left that were ended at least {@code age} ago. */
    static void sweep(Path target, Duration age) {
        String beginning = beginning(target);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                target.toAbsolutePath().getParent(),
                file -> isLeft(file.getFileName().toString(), beginning))) {
            Instant latest = Instant.now().minus(age);
            for (Path file : left) {
                if (!Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isAfter(latest)) {
                    new FolderTree(file).delete();
                }
            }
        } catch (IOException | RuntimeException stays) {
            // It takes room and does no harm; the next writer looks again.
            return;
        }
    }

    /** A name beside {@code target} for something that is made or taken away there. */
    static Path beside(Path target) {
        return target.resolveSibling(beginning(target) + UUID.randomUUID() + END);
    }

    private static boolean isLeft(String name, String beginning) {
        int random = name.length() - beginning.length() - END.length();
        return random == 36
                && name.startsWith(beginning)
                && name.endsWith(END)
                && name.substring(beginning.length(), beginning.length() + random)
                        .matches("[0-9a-f-]+");
    }

    private static String beginning(Path target) {
        String name = target.getFileName().toString();
        int kept = name.length() <= KEPT ? name.length() : name.offsetByCodePoints(0, name.codePointCount(0, KEPT));
        return "." + name.substring(0, kept) + ".";
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null && Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    /** Makes the rename itself last; where a folder cannot be opened (Windows), the system does so by itself. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // The content is safe; only the moment of the rename is the system's.
            return;
        }
    }
}
