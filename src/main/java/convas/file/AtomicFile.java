package convas.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Files that a user names, replaced as a whole: written beside, forced to the disk, and renamed. Whatever happens on the
 * way, the path holds all of the old content or all of the new. What is no file, a pipe or a device such as
 * {@code /dev/stdout}, cannot be replaced and is written to.
 */
public final class AtomicFile {
    /** Links that lead to links; more is a circle. */
    private static final int MAX_LINKS = 40;

    /** As {@link #write(Path, Content)}. */
    public void write(Path path, byte[] content) throws IOException {
        write(path, out -> out.write(content));
    }

    /**
     * Gives a file new content, and keeps its permissions. Where the path is a link, the file it leads to is replaced
     * and the link stays.
     *
     * @throws IOException where it could not be done; the old content is whole then, and nothing is left beside it
     */
    public void write(Path path, Content content) throws IOException {
        Path target = path.toAbsolutePath();
        boolean open = isOpenFile(target);
        for (int links = 0; !open && Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new IOException(path + " is a link that leads to itself");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
            open = isOpenFile(target);
        }
        if (open || isDevice(target)) {
            writeTo(target, content);
        } else if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(path + " is a folder");
        } else {
            NewFile.replace(target, content);
        }
    }

    /** Whether it stands for what a process has open, which may be anything and is not that name's to replace. */
    private static boolean isOpenFile(Path path) {
        return path.getFileSystem() == FileSystems.getDefault()
                && (path.startsWith("/proc") || path.startsWith("/dev/fd"));
    }

    private static boolean isDevice(Path path) throws IOException {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther();
    }

    /** At its end: standard output may have been sent to a file that has something already. */
    private static void writeTo(Path device, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(device, StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
            content.writeTo(out);
        }
    }
}
