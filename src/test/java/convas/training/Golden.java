package convas.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.tensor.FloatTensor;
import convas.tensor.TensorFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Something of training as PyTorch computed it; see {@code src/test/resources/golden-training/make.py}.
 *
 * @param facts what the case says of itself
 * @param tensors by name; empty where it has none
 */
public record Golden(String name, JsonNode facts, Map<String, FloatTensor> tensors) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden-training");

    /** All cases of one kind: optimizer, loss, schedule, network or initialization. */
    public static Stream<Golden> of(String kind) {
        try {
            JsonNode cases =
                    new ObjectMapper().readTree(FOLDER.resolve("cases.json").toFile());
            return StreamSupport.stream(cases.spliterator(), false)
                    .filter(one -> one.get("kind").asText().equals(kind))
                    .map(one -> new Golden(one.get("name").asText(), one, tensors(one)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Map<String, FloatTensor> tensors(JsonNode one) {
        Path file = FOLDER.resolve(one.get("name").asText() + ".npz");
        return Files.exists(file) ? TensorFile.read(file).value().orElseThrow().tensors() : Map.of();
    }

    public float[] values(String tensor) {
        return tensors.get(tensor).values();
    }
}
