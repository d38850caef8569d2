package convas.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder among the system's temporary ones that only this user can look into, until it is closed. */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;

    /** @param name what its name begins with */
    public ScratchFolder(String name) throws IOException {
        path = Files.createTempDirectory(name);
    }

    public Path path() {
        return path;
    }

    /** Makes a file in it, with the folders above; nobody waits for the disk. */
    public Path write(String name, Content content) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
        return file;
    }

    /** What cannot be deleted is left to the system, which clears its folder of temporary files. */
    @Override
    public void close() {
        try {
            new FolderTree(path).delete();
        } catch (IOException stays) {
            return;
        }
    }
}
