package convas.training.archive;

import convas.training.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which run a word names: by its whole name, by the beginning of its name where no other begins so, or by the path of its
 * folder. Never by the last part of a path that leads elsewhere, and nothing by an empty word.
 *
 * @param all the runs that names are looked for among
 */
public record RunNames(List<RunSummary> all) {
    public RunNames {
        all = List.copyOf(all);
    }

    /** The run, none where nothing has that name, or several where it is not clear which is meant. */
    public List<RunSummary> find(String word) {
        if (word.isBlank()) {
            return List.of();
        }
        Optional<RunSummary> exact =
                all.stream().filter(run -> run.name().equals(word)).findFirst();
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        List<RunSummary> found = new ArrayList<>(
                all.stream().filter(run -> run.name().startsWith(word)).toList());
        at(word).filter(run -> !found.contains(run)).ifPresent(found::add);
        return found;
    }

    private Optional<RunSummary> at(String word) {
        try {
            Path path = Path.of(word).toAbsolutePath().normalize();
            if (!isRun(path)) {
                return Optional.empty();
            }
            for (RunSummary run : all) {
                if (Files.isSameFile(run.folder(), path)) {
                    return Optional.of(run);
                }
            }
            return Optional.of(RunArchive.only(path));
        } catch (InvalidPathException | IOException noPath) {
            return Optional.empty();
        }
    }

    /** Whether there are at least a design and a recipe, or a card: any other folder must not be mistaken for a run. */
    private static boolean isRun(Path path) {
        return path.getFileName() != null
                && (Files.isRegularFile(path.resolve(RunFolder.CARD))
                        || (Files.isRegularFile(path.resolve(RunFolder.DESIGN))
                                && Files.isRegularFile(path.resolve(RunFolder.RECIPE))));
    }
}
