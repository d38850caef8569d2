package convas.editor.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file held at a moment, to tell whether somebody changed it since. A file that was only touched has not changed.
 *
 * @param digest of the content; {@link #NONE} where there is no file
 */
public record FileStamp(String digest) {
    /** No file. */
    public static final FileStamp NONE = new FileStamp("");

    /** Of a file as it is now; reads it. */
    public static FileStamp of(Path file) throws IOException {
        try {
            return of(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            return NONE;
        }
    }

    /** Of a file that holds just this. */
    public static FileStamp of(byte[] content) {
        try {
            return new FileStamp(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    public boolean isNone() {
        return digest.isEmpty();
    }
}
