package convas.graph.json;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Tells that a process works in a folder, on a run or on what it keeps for a recovery: the system keeps the lock as long as the process lives and takes it away
 * however that ends. Two processes never write into one folder.
 */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = "lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, unless somebody has it. */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            // Held by this very process.
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new FolderLock(channel));
    }

    /**
     * Whether another process works in the folder now; false where that cannot be told. Not to be asked by a process that
     * has the lock: on Unix, closing any channel of a file gives the process' locks of it back.
     */
    public static boolean isTaken(Path folder) {
        if (!Files.exists(folder.resolve(NAME))) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // Then the system has the lock back already, or takes it with the process.
        }
    }
}
