package convas.training;

import convas.graph.Design;
import convas.training.search.Search;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A training run that somebody wants.
 *
 * @param design with its {@code training} recipe and the variables as they are to be used
 * @param source the file that the design came from, for messages and relative paths
 * @param runs the folder in which the run's own folder is made
 * @param resume the folder of a run to go on with, instead of a new one; its design and recipe are taken then
 * @param search what to find out in place of a run; nothing is written then
 */
public record RunRequest(
        Design design,
        Optional<Path> source,
        Path runs,
        RunOptions options,
        Optional<Path> resume,
        Optional<Search> search) {
    /** A new run. */
    public RunRequest(Design design, Optional<Path> source, Path runs, RunOptions options) {
        this(design, source, runs, options, Optional.empty(), Optional.empty());
    }

    /** No run: steps of training that only find something out, and leave nothing behind. */
    public static RunRequest searching(Design design, Optional<Path> source, RunOptions options, Search search) {
        return new RunRequest(design, source, Path.of(""), options, Optional.empty(), Optional.of(search));
    }

    /** The same for another design. */
    public RunRequest withDesign(Design other) {
        return new RunRequest(other, source, runs, options, resume, search);
    }

    /** To go on where the newest checkpoint of a run was taken. */
    public static RunRequest resuming(Path run, RunOptions options) {
        Path folder = run.toAbsolutePath().normalize();
        // The root of a disk has neither a name nor a folder that it lies in, and is no run.
        Path name = Optional.ofNullable(folder.getFileName()).orElse(folder);
        return new RunRequest(
                Design.empty(name.toString()),
                Optional.empty(),
                folder.resolve("..").normalize(),
                options,
                Optional.of(folder),
                Optional.empty());
    }
}
