package convas.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run's checkpoint: a folder whose files belong together, so it is replaced as a whole. The new one is written beside
 * and forced to the disk, the old one moves aside, the new one takes its place, the old one goes. A kill between any two
 * of these leaves at least one whole checkpoint under one of three names.
 */
final class Checkpoints {
    private static final String CURRENT = "checkpoint";
    private static final String NEXT = "checkpoint.new";
    private static final String PREVIOUS = "checkpoint.old";

    private final Path run;

    Checkpoints(Path run) {
        this.run = run;
    }

    /** Replaces the checkpoint. Where it throws, the one before is still there. */
    void replace(RunFolder.CheckpointContent content) throws IOException {
        Path next = run.resolve(NEXT);
        delete(next);
        try {
            write(next, content);
        } catch (IOException refused) {
            discard(next, refused);
            throw refused;
        }
        Path current = run.resolve(CURRENT);
        Path previous = run.resolve(PREVIOUS);
        if (Files.exists(current)) {
            delete(previous);
            DurableFile.move(current, previous);
        }
        DurableFile.move(next, current);
        delete(previous);
    }

    private static void write(Path next, RunFolder.CheckpointContent content) throws IOException {
        Files.createDirectory(next);
        content.writeTo(next);
        try (Stream<Path> files = Files.list(next)) {
            for (Path file : files.toList()) {
                DurableFile.force(file);
            }
        }
        DurableFile.forceFolder(next);
    }

    /** Where the disk is full, what was half written leaves room for the card that tells so. */
    private static void discard(Path next, IOException why) {
        try {
            delete(next);
        } catch (IOException stays) {
            why.addSuppressed(stays);
        }
    }

    /** The newest whole checkpoint. */
    Optional<Path> find() {
        // "checkpoint.new" may be half written, and is needed at no moment: while it is whole and "checkpoint" is not
        // there, "checkpoint.old" is.
        return Stream.of(CURRENT, PREVIOUS)
                .map(run::resolve)
                .filter(Files::isDirectory)
                .findFirst();
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
