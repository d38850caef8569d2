package convas.dataset.file;

import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files of a folder or of an archive (.zip, .tar, .tar.gz, .tgz), by their own names without folders. Those that end
 * with .gz are unpacked and named without it.
 */
final class Entries {
    /** Folders within folders; archives are unpacked into one or two. */
    private static final int DEPTH = 4;

    /** What one array can hold. */
    private static final int LARGEST = Integer.MAX_VALUE - 64;

    /** A folder with more files than this is something else. */
    private static final int MOST_LOOKED_AT = 1000;

    private static final String GZIP = ".gz";

    private Entries() {}

    /**
     * Reads the files that are wanted, each whole.
     *
     * @param wanted asked of a file's name, without .gz
     * @return by that name; of two files of one name the first
     * @throws DatasetException where {@code path} is neither, or cannot be read
     */
    static Map<String, byte[]> read(Path path, Predicate<String> wanted) throws DatasetException {
        Map<String, byte[]> entries = new HashMap<>();
        String name = path.toString().toLowerCase(Locale.ROOT);
        try {
            if (Files.isDirectory(path)) {
                folder(path, wanted, entries);
            } else if (!Files.exists(path)) {
                throw DatasetException.of(DatasetOption.PATH, "dataset.path.missing", path);
            } else if (name.endsWith(".zip")) {
                zip(path, wanted, entries);
            } else if (name.endsWith(".tar.gz") || name.endsWith(".tgz") || name.endsWith(".tar")) {
                tar(path, !name.endsWith(".tar"), wanted, entries);
            } else {
                throw DatasetException.of(DatasetOption.PATH, "dataset.path.neither", path);
            }
        } catch (UncheckedIOException unreadable) {
            throw DatasetException.unreadable(DatasetOption.PATH, path, unreadable.getCause());
        } catch (IOException unreadable) {
            throw DatasetException.unreadable(DatasetOption.PATH, path, unreadable);
        }
        return entries;
    }

    /** Whether a folder has one of these files, packed or not; false of anything else. */
    static boolean has(Path folder, Predicate<String> wanted) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.limit(MOST_LOOKED_AT)
                    .anyMatch(file -> wanted.test(plain(file.getFileName().toString())));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /** What an exception says, if it says anything. */
    static String reason(IOException exception) {
        return exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage();
    }

    private static void folder(Path folder, Predicate<String> wanted, Map<String, byte[]> entries) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            files = all.filter(file -> wanted.test(plain(file.getFileName().toString())))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                add(file.getFileName().toString(), in, entries);
            }
        }
    }

    private static void zip(Path path, Predicate<String> wanted, Map<String, byte[]> entries) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path));
        // Names that do not say to be UTF-8 are of any encoding; those that are wanted are ASCII in all of them.
        try (ZipInputStream zip = new ZipInputStream(file, StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                String name = last(entry.getName());
                if (!entry.isDirectory() && wanted.test(plain(name))) {
                    add(name, zip, entries);
                }
            }
        }
    }

    private static ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException malformed) {
            throw new ZipException("a name says to be UTF-8 and is not");
        }
    }

    private static void tar(Path path, boolean packed, Predicate<String> wanted, Map<String, byte[]> entries)
            throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path));
        try (InputStream plain = packed ? new GZIPInputStream(file) : file) {
            Tar tar = new Tar(plain);
            while (tar.next()) {
                String name = last(tar.name());
                if (tar.isFile() && wanted.test(plain(name))) {
                    add(name, new ByteArrayInputStream(tar.content(LARGEST)), entries);
                }
            }
        }
    }

    private static void add(String name, InputStream in, Map<String, byte[]> entries) throws IOException {
        byte[] content = in.readNBytes(LARGEST);
        if (name.endsWith(GZIP)) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(content))) {
                content = unpacked.readNBytes(LARGEST);
            } catch (IOException broken) {
                throw new IOException(name + ": " + reason(broken), broken);
            }
        }
        entries.putIfAbsent(plain(name), content);
    }

    private static String plain(String name) {
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
