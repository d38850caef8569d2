package convas.training;

import convas.graph.Design;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A training run that somebody wants.
 *
 * @param design with its {@code training} recipe and the variables as they are to be used
 * @param source the file that the design came from, for messages and relative paths
 * @param runs the folder in which the run's own folder is made
 * @param resume the folder of a run to go on with, instead of a new one; its design and recipe are taken then
 */
public record RunRequest(Design design, Optional<Path> source, Path runs, RunOptions options, Optional<Path> resume) {
    /** A new run. */
    public RunRequest(Design design, Optional<Path> source, Path runs, RunOptions options) {
        this(design, source, runs, options, Optional.empty());
    }

    /** To go on where the newest checkpoint of a run was taken. */
    public static RunRequest resuming(Path run, RunOptions options) {
        Path folder = run.toAbsolutePath().normalize();
        return new RunRequest(
                Design.empty(folder.getFileName().toString()),
                Optional.empty(),
                folder.getParent(),
                options,
                Optional.of(folder));
    }
}
