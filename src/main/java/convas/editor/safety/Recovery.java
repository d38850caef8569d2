package convas.editor.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.file.AtomicFile;
import convas.file.FolderLock;
import convas.file.FolderTree;
import convas.graph.json.DesignFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The unsaved work of one program that runs, in a folder of its own below the recovery folder. The program holds the
 * folder's lock as long as it lives, so what stands in a folder that nobody holds was left by one that ended suddenly.
 * A document is two files, {@code ID.json} the design and {@code ID.about} the rest; the second is written last.
 */
public final class Recovery implements AutoCloseable {
    private static final String DESIGN = ".json";
    private static final String ABOUT = ".about";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final FolderLock lock;

    private Recovery(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Work that a program left behind, still in its folder. */
    public record Lost(Keepsake work, Path design) {}

    /**
     * Begins to keep work.
     *
     * @param base the recovery folder, the same for all programs of a user; made where it is missing
     */
    public static Recovery begin(Path base) throws IOException {
        Path folder = base.resolve(UUID.randomUUID().toString());
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder).orElseThrow(() -> new IOException(folder + " is locked"));
        return new Recovery(folder, lock);
    }

    /** Keeps a document's work in place of what was kept of it before. */
    public void keep(String id, Keepsake work) throws IOException {
        ObjectNode about = JSON.createObjectNode();
        about.put("name", work.name());
        work.file().ifPresent(file -> about.put("file", file.toAbsolutePath().toString()));
        about.put("stamp", work.stamp().digest());
        about.put("kept", work.kept().toString());
        new AtomicFile().write(folder.resolve(id + DESIGN), new DesignFormat().write(work.design()));
        new AtomicFile().write(folder.resolve(id + ABOUT), JSON.writeValueAsBytes(about));
    }

    /** The document is saved or closed: nothing of it is lost any more. */
    public void forget(String id) throws IOException {
        Files.deleteIfExists(folder.resolve(id + ABOUT));
        Files.deleteIfExists(folder.resolve(id + DESIGN));
    }

    /** The program ends as it should: its folder goes. */
    @Override
    public void close() throws IOException {
        lock.close();
        delete(folder);
    }

    /**
     * What programs that ended suddenly left, newest first. A file there that cannot be read is left out and left alone.
     */
    public static List<Lost> lost(Path base) throws IOException {
        List<Lost> found = new ArrayList<>();
        if (!Files.isDirectory(base)) {
            return found;
        }
        try (Stream<Path> folders = Files.list(base)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (!FolderLock.isTaken(folder)) {
                    found.addAll(read(folder));
                }
            }
        }
        found.sort(Comparator.comparing((Lost lost) -> lost.work().kept()).reversed());
        return found;
    }

    private static List<Lost> read(Path folder) throws IOException {
        List<Lost> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ABOUT)) {
                    String id = name.substring(0, name.length() - ABOUT.length());
                    read(file, folder.resolve(id + DESIGN)).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Lost> read(Path about, Path design) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(about));
            Instant kept = Instant.parse(json.path("kept").asText());
            Optional<Path> file =
                    Optional.ofNullable(json.path("file").textValue()).map(Path::of);
            return new DesignFormat()
                    .read(design)
                    .value()
                    .map(read -> new Lost(
                            new Keepsake(
                                    json.path("name").asText(),
                                    file,
                                    new FileStamp(json.path("stamp").asText()),
                                    kept,
                                    read),
                            design));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Lost work is open again, or nobody wants it: its files go, and its folder with the last of them. */
    public static void settle(Lost lost) throws IOException {
        Path folder = lost.design().getParent();
        String file = lost.design().getFileName().toString();
        Files.deleteIfExists(folder.resolve(file.substring(0, file.length() - DESIGN.length()) + ABOUT));
        Files.deleteIfExists(lost.design());
        boolean more;
        try (Stream<Path> files = Files.list(folder)) {
            more = files.anyMatch(each -> each.toString().endsWith(ABOUT));
        }
        if (!more) {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        new FolderTree(folder).delete();
    }
}
