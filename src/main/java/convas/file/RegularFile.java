package convas.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that a user named, or that links of a user lead to, but no pipe, no device, and no more than is sensible. */
public final class RegularFile {
    private RegularFile() {}

    /**
     * All of a file.
     *
     * @throws UnfitFileException where it is no regular file, or larger
     */
    public static byte[] read(Path file, int limit) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnfitFileException(name, UnfitFileException.Kind.NO_FILE, limit);
        }
        try (InputStream in = Files.newInputStream(file)) {
            // Its size may grow while it is read.
            byte[] content = Files.size(file) > limit ? null : in.readNBytes(limit);
            if (content == null || in.read() >= 0) {
                throw new UnfitFileException(name, UnfitFileException.Kind.TOO_LARGE, limit);
            }
            return content;
        }
    }
}
