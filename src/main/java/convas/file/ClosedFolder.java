package convas.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;

/**
 * A folder whose content may come from anybody, an archive or a colleague, and that nothing leads out of: in it only regular
 * files are read, up to a size, and no link is followed, neither to read nor to write. The folder itself may be reached
 * through links; those are the user's.
 *
 * <p>Names are those of the program, never read from the folder.
 */
public final class ClosedFolder {
    private final Path folder;

    public ClosedFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /** Whether something has the name, whatever it is. */
    public boolean has(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** A folder in it, which is no link. */
    public Optional<ClosedFolder> folder(String name) {
        Path inner = folder.resolve(name);
        return Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new ClosedFolder(inner))
                : Optional.empty();
    }

    /** All of a file. */
    public byte[] read(String name, int limit) throws IOException {
        try (InputStream in = Channels.newInputStream(open(name, limit))) {
            // Its size may have grown since it was asked for.
            byte[] content = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new UnfitFileException(name, UnfitFileException.Kind.TOO_LARGE, limit);
            }
            return content;
        }
    }

    /**
     * A file to be read.
     *
     * @throws NoSuchFileException where there is none
     * @throws UnfitFileException where it is no regular file, or larger
     */
    public FileChannel open(String name, long limit) throws IOException {
        return FileChannel.open(regular(name, limit), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** The path of a file, found to be a regular one of at most that size. */
    public Path regular(String name, long limit) throws IOException {
        Path file = folder.resolve(name);
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            throw new UnfitFileException(name, UnfitFileException.Kind.NO_FILE, limit);
        } else if (found.size() > limit) {
            throw new UnfitFileException(name, UnfitFileException.Kind.TOO_LARGE, limit);
        }
        return file;
    }

    /** Replaces a file in one go; what fails leaves the old one, and nothing beside it. */
    public void replace(String name, byte[] content) throws IOException {
        replace(name, out -> out.write(content));
    }

    /** Replaces a file in one go; what fails leaves the old one, and nothing beside it. */
    public void replace(String name, Content content) throws IOException {
        NewFile.replace(folder.toAbsolutePath().resolve(name), content);
    }

    /** Makes a file that there is not yet, and forces it to the disk. */
    public void create(String name, Content content) throws IOException {
        NewFile.create(folder.resolve(name), content);
    }

    /** Begins a file that there is not yet; what is written is there for readers once it is flushed. */
    public OutputStream begin(String name) throws IOException {
        return NewFile.inPieces(FileChannel.open(
                folder.resolve(name),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS));
    }

    /** Adds to the end of a file, which may be new, and forces that to the disk. A kill may leave a part of it. */
    public void append(String name, byte[] content) throws IOException {
        try (FileChannel channel = end(name)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** To add to the end of a file, which may be new, at leisure: nothing is forced. */
    public OutputStream append(String name) throws IOException {
        return NewFile.inPieces(end(name));
    }

    private FileChannel end(String name) throws IOException {
        Path file = folder.resolve(name);
        if (has(name)) {
            regular(name, Long.MAX_VALUE);
            if (file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    && (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1) {
                // The same file has another name elsewhere, where nothing is to change.
                replace(name, out -> Files.copy(file, out));
            }
        }
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Reads a file and takes it away, in one step: of several that take, one gets it, and what is written while one takes
     * stays for the next. What is no regular file or too large is taken away unread.
     */
    public Optional<byte[]> take(String name, int limit) throws IOException {
        if (!has(name)) {
            return Optional.empty();
        }
        Path taken = NewFile.beside(folder.resolve(name));
        try {
            NewFile.rename(folder.resolve(name), taken);
        } catch (NoSuchFileException another) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(taken.getFileName().toString(), limit));
        } catch (UnfitFileException unfit) {
            return Optional.empty();
        } finally {
            new FolderTree(taken).delete();
        }
    }

    /** A new folder in it that is to become {@code name}, see {@link FolderTree#moveTo}, under a name of its own. */
    public ClosedFolder beginFolder(String name) throws IOException {
        return new ClosedFolder(Files.createDirectory(NewFile.beside(folder.resolve(name))));
    }

    /** Takes away what those who wrote {@code name} left who were ended; only for who alone writes it. */
    public void sweep(String name) {
        NewFile.sweep(folder.toAbsolutePath().resolve(name), Duration.ZERO);
    }
}
