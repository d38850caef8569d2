package convas.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.file.ClosedFolder;
import convas.file.Content;
import convas.file.FolderLock;
import convas.file.FolderTree;
import convas.graph.json.FiniteJson;
import convas.training.RunEvent;
import convas.training.recipe.Recipe;
import convas.training.worker.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that a run leaves: {@code design.json}, {@code recipe.json}, {@code card.json}, {@code metrics.jsonl} with a
 * line per epoch, {@code checkpoint/} and, from whoever started it, {@code worker.log}. Every file is written beside and
 * renamed, metrics are appended and forced: a kill at any moment leaves a folder that {@link #open} reads.
 */
public final class RunFolder {
    public static final String DESIGN = "design.json";
    public static final String RECIPE = "recipe.json";
    public static final String CARD = "card.json";
    public static final String METRICS = "metrics.jsonl";
    public static final String STATE = "state.json";
    /** In the state: of the checkpoint's files, the design and the recipe. */
    static final String DIGESTS = "digests";

    /** In the checkpoint: parameters and running statistics, by name. */
    public static final String WEIGHTS = "weights.safetensors";
    /** In the checkpoint: the optimiser's tensors. */
    public static final String OPTIMIZER = "optimizer.safetensors";
    /** With early stopping: the weights of the best epoch, by name. */
    public static final String BEST = "best.safetensors";
    /** How the classes were confused in the last epoch. */
    public static final String CONFUSION = "confusion.json";
    /** What the process wrote to its standard error. */
    public static final String LOG = "worker.log";

    static final ObjectMapper JSON = JsonMapper.builder(new FiniteJson())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final int LARGEST = 64 << 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path path;
    private final ClosedFolder folder;
    private final Map<String, String> begunWith = new LinkedHashMap<>();

    /** Bytes; the time has 16, and what is written beside a file of a run's archive needs room too. */
    private static final int LONGEST_NAME = 160;

    private RunFolder(Path path) {
        this.path = path;
        this.folder = new ClosedFolder(path);
    }

    /**
     * Makes a folder {@code NAME-YYYYMMDD-HHMMSS} in {@code runs}, which is made too where it is missing. Where there is
     * one of that name, a number follows.
     */
    public static RunFolder create(Path runs, String name, LocalDateTime time) throws IOException {
        Files.createDirectories(runs);
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
        String base = (plain.isEmpty() ? "run" : beginning(plain)) + "-" + TIME.format(time);
        for (int number = 1; ; number++) {
            Path candidate = runs.resolve(number == 1 ? base : base + "-" + number);
            if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS) && appears(runs, candidate)) {
                return new RunFolder(candidate);
            }
        }
    }

    /**
     * Makes a folder that has its name only once it says whose it is: one whose process is killed at once is found, see
     * {@link #leftBy}.
     *
     * @return false where another has taken the name meanwhile
     */
    private static boolean appears(Path runs, Path candidate) throws IOException {
        FolderTree begun = new FolderTree(new ClosedFolder(runs)
                .beginFolder(candidate.getFileName().toString())
                .path());
        try {
            FolderLock.announce(begun.path());
            begun.moveTo(candidate);
            return true;
        } catch (IOException refused) {
            begun.delete();
            if (Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            throw refused;
        }
    }

    /** As much of a name as a file system takes beside the time and a number: most take 255 bytes, of UTF-8 here. */
    private static String beginning(String name) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int character : name.codePoints().toArray()) {
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_NAME) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.toString();
    }

    /**
     * To go on writing in a folder that there is.
     *
     * @param epochs done at the checkpoint that the run goes on from: what the metrics tell of later ones, also of one
     *     that was written in part, is taken away, since it will be told again
     */
    public static RunFolder resume(Path folder, int epochs) throws IOException {
        RunFolder run = new RunFolder(folder);
        run.sweep();
        run.remember();
        if (run.folder.has(METRICS)) {
            StringBuilder kept = new StringBuilder();
            open(folder).metrics().stream()
                    .filter(epoch -> epoch.epoch() <= epochs)
                    .forEach(epoch -> kept.append(EventJson.write(epoch)).append('\n'));
            run.folder.replace(METRICS, kept.toString().getBytes(StandardCharsets.UTF_8));
        }
        return run;
    }

    /** Takes away what a process left that was killed while it wrote; only for who has the lock. */
    private void sweep() throws IOException {
        new Checkpoints(folder).sweep();
        List.of(DESIGN, RECIPE, CARD, METRICS, CONFUSION, BEST, EventLog.NAME).forEach(folder::sweep);
    }

    /** What a folder holds; never throws for what is or is not in it. */
    public static StoredRun open(Path folder) {
        return new RunReader(folder).read();
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.isDirectory(path);
    }

    /** Whether the folder says what run it is of: from then on it can be opened. */
    public boolean hasCard() {
        return folder.has(CARD);
    }

    /** Leaves nothing of a run that could not begin, for instance on a full disk: nobody could open its folder. */
    public void removeUnlessBegun() {
        if (hasCard()) {
            return;
        }
        try {
            new FolderTree(path).delete();
        } catch (IOException stays) {
            // Then it is shown as what it is, unreadable; why the run could not begin is told anyway.
        }
    }

    /**
     * The run of a process that was ended. A folder in which its run never began is taken away.
     *
     * @param runs where it made its folder
     */
    public static Optional<Path> leftBy(Path runs, long pid) {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(runs)) {
            for (Path each : folders) {
                if (FolderLock.isLeftBy(each, pid)) {
                    RunFolder left = new RunFolder(each);
                    left.removeUnlessBegun();
                    return left.hasCard() ? Optional.of(each) : Optional.empty();
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // Then nobody can tell.
        }
        return Optional.empty();
    }

    /** @param json the design as its format writes it */
    public void writeDesign(byte[] json) throws IOException {
        folder.replace(DESIGN, json);
    }

    public void writeRecipe(Recipe recipe) throws IOException {
        write(RECIPE, ValueJson.write(recipe.write()));
    }

    /** More epochs, or fewer, are asked for than the recipe says; all else in it stays as it is. */
    public void writeEpochs(int epochs) throws IOException {
        JsonNode recipe = JSON.readTree(folder.read(RECIPE, LARGEST));
        if (recipe instanceof ObjectNode object && object.path("epochs").asInt(-1) != epochs) {
            write(RECIPE, object.put("epochs", epochs));
        }
    }

    /** Replaces the weights of the best epoch. */
    public void writeBest(Content tensors) throws IOException {
        folder.replace(BEST, tensors);
    }

    public void writeCard(RunCard card) throws IOException {
        write(CARD, JSON.valueToTree(card));
    }

    public void appendMetrics(RunEvent.EpochEnd epoch) throws IOException {
        String line = EventJson.write(epoch).toString() + "\n";
        folder.append(METRICS, line.getBytes(StandardCharsets.UTF_8));
    }

    /** @param confusion how many images of a class (row) were taken for a class (column) */
    public void writeConfusion(int epoch, List<String> classes, long[][] confusion) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("epoch", epoch);
        content.put("classes", classes);
        content.put("rows_true_columns_predicted", confusion);
        write(CONFUSION, JSON.valueToTree(content));
    }

    /**
     * Replaces the checkpoint as a whole.
     *
     * <p>Digests of its files, of the design and of the recipe stand in {@code state.json}, so that {@link CheckpointCheck} can
     * tell whether they are still those that were written.
     *
     * @param content writes {@link #WEIGHTS} and {@link #OPTIMIZER}
     */
    public void writeCheckpoint(CheckpointState state, CheckpointContent content) throws IOException {
        new Checkpoints(folder).replace(next -> {
            CheckpointWriter writer = new CheckpointWriter(next);
            content.writeTo(writer);
            ObjectNode json = JSON.valueToTree(state);
            ObjectNode digests = json.putObject(DIGESTS);
            writer.digests().forEach(digests::put);
            remember().forEach(digests::put);
            next.create(STATE, out -> out.write(bytes(json)));
        });
    }

    /** What design and recipe say when the run begins or is gone on with: later edits do not become the run's. */
    private Map<String, String> remember() throws IOException {
        if (begunWith.isEmpty()) {
            begunWith.put(DESIGN, Digest.ofDesign(JSON.readTree(folder.read(DESIGN, LARGEST))));
            begunWith.put(RECIPE, Digest.ofRecipe(JSON.readTree(folder.read(RECIPE, LARGEST))));
        }
        return begunWith;
    }

    /** The tensors of a checkpoint. */
    @FunctionalInterface
    public interface CheckpointContent {
        void writeTo(CheckpointWriter folder) throws IOException;
    }

    private void write(String name, JsonNode content) throws IOException {
        folder.replace(name, bytes(content));
    }

    private static byte[] bytes(JsonNode content) throws JsonProcessingException {
        return (JSON.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
