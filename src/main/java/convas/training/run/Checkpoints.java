package convas.training.run;

import convas.file.ClosedFolder;
import convas.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run's checkpoint: a folder whose files belong together, so it is replaced as a whole. The new one is written beside
 * and forced to the disk, the old one moves aside, the new one takes its place, the old one goes. A kill between any two
 * of these leaves at least one whole checkpoint under one of two names.
 */
final class Checkpoints {
    private static final String CURRENT = "checkpoint";
    private static final String PREVIOUS = "checkpoint.old";
    /** How earlier versions called one that is being written. */
    private static final String ONCE_NEXT = "checkpoint.new";

    private final ClosedFolder run;

    Checkpoints(ClosedFolder run) {
        this.run = run;
    }

    /** Fills the folder of a new checkpoint. */
    @FunctionalInterface
    interface Filling {
        void writeTo(ClosedFolder next) throws IOException;
    }

    /** Replaces the checkpoint. Where it throws, the one before is still there. */
    void replace(Filling content) throws IOException {
        ClosedFolder next = run.beginFolder(CURRENT);
        try {
            content.writeTo(next);
            new FolderTree(next.path()).force();
            Path current = run.path().resolve(CURRENT);
            FolderTree previous = new FolderTree(run.path().resolve(PREVIOUS));
            if (run.has(CURRENT)) {
                previous.delete();
                new FolderTree(current).moveTo(previous.path());
            }
            new FolderTree(next.path()).moveTo(current);
            previous.delete();
        } catch (IOException | RuntimeException | Error refused) {
            discard(next, refused);
            throw refused;
        }
    }

    /** Where the disk is full, what was half written leaves room for the card that tells so. */
    private static void discard(ClosedFolder next, Throwable why) {
        try {
            new FolderTree(next.path()).delete();
        } catch (IOException stays) {
            why.addSuppressed(stays);
        }
    }

    /** The newest whole checkpoint. */
    Optional<Path> find() {
        // One that is being written is needed at no moment: while it is whole and "checkpoint" is not there,
        // "checkpoint.old" is.
        return Stream.of(CURRENT, PREVIOUS)
                .map(run.path()::resolve)
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    /** Takes away what one who wrote here left who was ended. */
    void sweep() throws IOException {
        run.sweep(CURRENT);
        new FolderTree(run.path().resolve(ONCE_NEXT)).delete();
    }
}
