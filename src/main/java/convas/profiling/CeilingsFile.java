package convas.profiling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import convas.file.ClosedFolder;
import convas.file.UnfitFileException;
import convas.graph.json.FiniteJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ceilings that are kept beside the profiles, one for each processor, device and number of threads. */
public final class CeilingsFile {
    private static final String NAME = "ceilings.json";
    private static final ObjectMapper JSON = new ObjectMapper(new FiniteJson());

    /** That of a machine is less than a kilobyte. */
    private static final int LARGEST = 1 << 20;

    private final ClosedFolder folder;

    /** @param folder of the profiles */
    public CeilingsFile(Path folder) {
        this.folder = new ClosedFolder(folder);
    }

    /** Those of this machine; nothing where they were never measured, or the file cannot be read or understood. */
    public Optional<Ceilings> find(String device, int threads) {
        return find(Processor.name(), device, threads);
    }

    /** Those that a profile is to be seen against. */
    public Optional<Ceilings> find(Profile profile) {
        return find(
                profile.machine().processor(),
                profile.setting().device(),
                profile.setting().threads());
    }

    private Optional<Ceilings> find(String processor, String device, int threads) {
        try {
            return all().stream()
                    .filter(each -> isOf(each, processor, device, threads))
                    .findFirst();
        } catch (IOException unreadable) {
            // As of another user: measuring again takes seconds.
            return Optional.empty();
        }
    }

    private static boolean isOf(Ceilings each, String processor, String device, int threads) {
        return each.processor().equals(processor) && each.device().equals(device) && each.threads() == threads;
    }

    /** Keeps them, in place of what was measured before of the same. */
    public void keep(Ceilings measured) throws IOException {
        List<Ceilings> kept = without(measured.processor(), measured.device(), measured.threads());
        kept.add(measured);
        write(kept);
    }

    /** Those of this machine are to be measured anew, for instance because it was busy when they were. */
    public void forget(String device, int threads) throws IOException {
        write(without(Processor.name(), device, threads));
    }

    private List<Ceilings> without(String processor, String device, int threads) throws IOException {
        List<Ceilings> kept = new ArrayList<>(all());
        kept.removeIf(each -> isOf(each, processor, device, threads));
        return kept;
    }

    private void write(List<Ceilings> kept) throws IOException {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        kept.forEach(each -> json.add(CeilingsJson.write(each)));
        Files.createDirectories(folder.path().toAbsolutePath());
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        folder.replace(NAME, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Ceilings> all() throws IOException {
        List<Ceilings> all = new ArrayList<>();
        try {
            for (JsonNode each : JSON.readTree(folder.read(NAME, LARGEST))) {
                all.add(CeilingsJson.read(each));
            }
        } catch (NoSuchFileException never) {
            return List.of();
        } catch (UnfitFileException | JsonProcessingException | IllegalArgumentException changedByHand) {
            // Measuring again takes seconds.
            return List.of();
        }
        return all;
    }
}
