package convas.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder, or a file, with everything below it. Links are things like others: they are moved and deleted, what they lead
 * to is not touched.
 */
public record FolderTree(Path path) {
    /** Deletes all of it; nothing where it is not there. */
    public void delete() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Gives it another name in one go and makes that last. */
    public void moveTo(Path target) throws IOException {
        NewFile.rename(path, target);
        NewFile.forceFolder(target.toAbsolutePath().getParent());
    }

    /** Makes the names in a folder last. */
    public void force() {
        NewFile.forceFolder(path);
    }
}
