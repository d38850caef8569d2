package convas.dataset.file;

import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Something with files in it: a folder, a zip or a tar archive. What it is goes by its content, not by its name. */
interface Container {
    /** Bytes by which archives are told apart. */
    int BUFFER = 1 << 16;

    /** Offers every file. */
    void offer(EntryTaker taker) throws IOException, DatasetException;

    /**
     * What is at a path.
     *
     * @throws DatasetException where it is nothing with files in it, with what it is instead where that can be told
     */
    static Container of(Path path) throws IOException, DatasetException {
        if (Files.isDirectory(path)) {
            return new FolderContainer(path);
        } else if (!Files.exists(path)) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.path.missing", path);
        } else if (!Files.isRegularFile(path)) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.path.neither", path);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
            if (startsWith(in, 'P', 'K')) {
                return new ZipContainer(path);
            } else if (isPacked(in)) {
                return packed(path, in);
            } else if (Tar.isTar(peek(in, Tar.BLOCK))) {
                return new TarContainer(path, false);
            }
        }
        throw DatasetException.of(DatasetOption.PATH, "dataset.path.neither", path);
    }

    private static Container packed(Path path, InputStream in) throws IOException, DatasetException {
        try (InputStream plain = new BufferedInputStream(new GZIPInputStream(in), BUFFER)) {
            if (Tar.isTar(peek(plain, Tar.BLOCK))) {
                return new TarContainer(path, true);
            }
        } catch (ZipException | EOFException damaged) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.gzip.damaged", path, Entries.reason(damaged));
        }
        throw DatasetException.of(DatasetOption.PATH, "dataset.path.packed", path);
    }

    /** Whether what follows is packed with gzip; nothing is taken from the stream. */
    static boolean isPacked(InputStream in) throws IOException {
        return startsWith(in, 0x1f, 0x8b);
    }

    private static boolean startsWith(InputStream in, int first, int second) throws IOException {
        byte[] start = peek(in, 2);
        return start.length == 2 && (start[0] & 0xff) == first && (start[1] & 0xff) == second;
    }

    private static byte[] peek(InputStream in, int count) throws IOException {
        in.mark(count);
        byte[] start = in.readNBytes(count);
        in.reset();
        return start;
    }
}
