package convas.editor;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;

/**
 * A design that comes with the program.
 *
 * @param name its file's name without the ending
 * @param content opens the file
 */
public record Preset(String name, Callable<InputStream> content) {
    /** The file's bytes; slow enough to be called in the background. */
    public byte[] read() throws IOException {
        try (InputStream stream = content.call()) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }
}
