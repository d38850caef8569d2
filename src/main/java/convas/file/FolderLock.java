package convas.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells that a process works in a folder, on a run or on what it keeps for a recovery: the system keeps the lock as long as
 * the process lives and takes it away however that ends. Two processes never write into one folder.
 *
 * <p>Whoever has the lock has two bytes of the file {@code lock}. The first is for those who want it, and nobody else
 * touches it. Who only asks tries the second, and shares that with others who ask: asking keeps nobody from taking. The
 * system forgets the locks of a process as soon as that closes the file once, whatever for, so the process itself is told by
 * {@code lock.owner} beside it, its number and the time of its start, and does not open the file again.
 */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = "lock";
    private static final String OWNER = "lock.owner";
    private static final int OWNER_LIMIT = 100;
    /** After who will have the lock: then it is not had yet. */
    private static final String ANNOUNCED = " begins\n";

    private static final long HELD = 0;
    private static final long SHOWN = 1;

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** The lock, unless somebody has it. */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        // Two threads of one process that open and close the file would lose each other's locks.
        synchronized (FolderLock.class) {
            if (isOurs(folder)) {
                return Optional.empty();
            }
            FileChannel channel = open(folder);
            try {
                if (lock(channel)) {
                    new ClosedFolder(folder).replace(OWNER, process().getBytes(StandardCharsets.UTF_8));
                    return Optional.of(new FolderLock(folder, channel));
                }
            } catch (IOException | RuntimeException refused) {
                channel.close();
                throw refused;
            }
            channel.close();
            return Optional.empty();
        }
    }

    /** Says in a folder that is not known to others yet that this process made it and will take the lock. */
    public static void announce(Path folder) throws IOException {
        new ClosedFolder(folder).replace(OWNER, (process().strip() + ANNOUNCED).getBytes(StandardCharsets.UTF_8));
    }

    private static FileChannel open(Path folder) throws IOException {
        ClosedFolder closed = new ClosedFolder(folder);
        if (closed.has(NAME)) {
            closed.regular(NAME, Long.MAX_VALUE);
        }
        return FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        FileLock held = channel.tryLock(HELD, 1, false);
        if (held == null) {
            return false;
        }
        // Who asks has it for a moment only.
        channel.lock(SHOWN, 1, false);
        return true;
    }

    /**
     * Whether a process works in the folder now, this one or another; false where that cannot be told. Whoever takes the
     * lock at the same moment gets it.
     */
    public static boolean isTaken(Path folder) {
        synchronized (FolderLock.class) {
            if (isOurs(folder)) {
                return true;
            }
            try (FileChannel channel = new ClosedFolder(folder).open(NAME, Long.MAX_VALUE);
                    FileLock asked = channel.tryLock(SHOWN, 1, true)) {
                return asked == null;
            } catch (OverlappingFileLockException ours) {
                return true;
            } catch (IOException none) {
                return false;
            }
        }
    }

    /** Whether a process that was ended had the lock, or was to take it: one that gives it back says so. */
    public static boolean isLeftBy(Path folder, long pid) {
        try {
            byte[] owner = new ClosedFolder(folder).read(OWNER, OWNER_LIMIT);
            return new String(owner, StandardCharsets.UTF_8).startsWith(pid + " ") && !isTaken(folder);
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean isOurs(Path folder) {
        try {
            byte[] owner = new ClosedFolder(folder).read(OWNER, OWNER_LIMIT);
            return new String(owner, StandardCharsets.UTF_8).equals(process());
        } catch (IOException nobody) {
            return false;
        }
    }

    /** This process, as no other is called that has run on this machine. */
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        Instant start = self.info().startInstant().orElse(Instant.EPOCH);
        return self.pid() + " " + start.toEpochMilli() + "\n";
    }

    /** Gives it back; again, does nothing. */
    @Override
    public void close() {
        synchronized (FolderLock.class) {
            if (!channel.isOpen()) {
                return;
            }
            try {
                Files.deleteIfExists(folder.resolve(OWNER));
            } catch (IOException gone) {
                // With the folder, perhaps.
            }
            try {
                channel.close();
            } catch (IOException gone) {
                // Then the system has the lock back already, or takes it with the process.
            }
        }
    }
}
