package convas.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import convas.file.ClosedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which classes a run's newest validation took for which.
 *
 * @param epoch of that validation
 * @param classes their names
 * @param counts for each class as it is, in a row, how many images were taken for each class
 */
public record Confusion(int epoch, List<String> classes, List<List<Long>> counts) {
    /** That of ten thousand classes is about as large. */
    private static final int LARGEST = 256 << 20;

    public Confusion {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /**
     * What a run's folder has; nothing where it has none, as where numbers are learnt.
     *
     * @throws IOException where the file cannot be read or is no such table; the message names it
     */
    public static Optional<Confusion> read(Path run) throws IOException {
        ClosedFolder folder = new ClosedFolder(run);
        Path file = run.resolve(RunFolder.CONFUSION);
        if (!folder.has(RunFolder.CONFUSION)) {
            return Optional.empty();
        }
        try {
            JsonNode json = RunFolder.JSON.readTree(folder.read(RunFolder.CONFUSION, LARGEST));
            List<String> classes = new ArrayList<>();
            json.path("classes").forEach(name -> classes.add(name.asText()));
            List<List<Long>> counts = new ArrayList<>();
            for (JsonNode row : json.path("rows_true_columns_predicted")) {
                List<Long> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.asLong()));
                counts.add(cells);
            }
            int size = classes.size();
            if (size == 0 || counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
                throw new IOException(file.toString());
            }
            return Optional.of(new Confusion(json.path("epoch").asInt(), classes, counts));
        } catch (JsonProcessingException broken) {
            throw new IOException(file.toString(), broken);
        }
    }

    /** Images of a class. */
    public long images(int row) {
        return counts.get(row).stream().mapToLong(Long::longValue).sum();
    }
}
