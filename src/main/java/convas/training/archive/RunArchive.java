package convas.training.archive;

import convas.file.FolderLock;
import convas.file.FolderTree;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The runs of a folder. Reads a run again only when its files have changed; one that cannot be read is listed as such. Not
 * for several threads at once.
 */
public final class RunArchive {
    /** In the folder of runs: those that were deleted. */
    public static final String TRASH = ".trash";

    private final Path runs;
    private Map<Path, Known> known = new HashMap<>();

    private record Known(List<Object> stamp, RunSummary summary) {}

    public RunArchive(Path runs) {
        this.runs = runs;
    }

    /** All runs, oldest first by name of folder; none where the folder is not there. */
    public List<RunSummary> read() throws IOException {
        Map<Path, Known> now = new HashMap<>();
        List<RunSummary> summaries = new ArrayList<>();
        for (Path folder : folders()) {
            Known run = read(folder);
            now.put(folder, run);
            summaries.add(run.summary());
        }
        known = now;
        return summaries;
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Known read(Path folder) {
        boolean alive = FolderLock.isTaken(folder);
        List<Object> stamp = new ArrayList<>();
        stamp.add(alive);
        for (String file :
                List.of(RunFolder.CARD, RunFolder.METRICS, RunFolder.RECIPE, RunFolder.DESIGN, RunNotes.NAME)) {
            stamp.add(stamp(folder.resolve(file)));
        }
        Known before = known.get(folder);
        return before != null && before.stamp().equals(stamp) ? before : new Known(stamp, only(folder));
    }

    /** A run by itself, wherever it lies. */
    static RunSummary only(Path folder) {
        return new RunSummary(RunFolder.open(folder), RunNotes.read(folder), FolderLock.isTaken(folder));
    }

    private static List<Object> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(attributes.size(), attributes.lastModifiedTime());
        } catch (IOException none) {
            return List.of();
        }
    }

    /**
     * Moves a run into the folder {@link #TRASH} beside it, from where it can be moved back.
     *
     * @return where it is now
     * @throws IOException also where a process works on it, with {@link RunGoesOnException}
     */
    public static Path trash(Path run) throws IOException {
        if (FolderLock.isTaken(run)) {
            throw new RunGoesOnException(run);
        }
        Path trash = Files.createDirectories(run.toAbsolutePath().resolveSibling(TRASH));
        Path target = trash.resolve(run.getFileName());
        for (int number = 2; Files.exists(target); number++) {
            target = trash.resolve(run.getFileName() + "-" + number);
        }
        new FolderTree(run).moveTo(target);
        return target;
    }
}
