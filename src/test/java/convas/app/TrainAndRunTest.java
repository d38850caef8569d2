package convas.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.operator.TensorShape;
import convas.tensor.FloatTensor;
import convas.tensor.TensorFile;
import convas.training.RunEvent;
import convas.training.run.EventLog;
import convas.training.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainAndRunTest {
    /** One 1 x 1 convolution from two maps to one, and a ReLU. */
    private static final String MIX = """
        {
          "format": "convas-design", "version": 1, "name": "mix",
          "nodes": [
            {"id": "image", "type": "Input", "params": {"shape": [2, 1, 2]}},
            {"id": "conv", "type": "Conv2d", "params": {"out_channels": 1, "kernel_size": 1}},
            {"id": "relu", "type": "ReLU"},
            {"id": "mixed", "type": "Output"}
          ],
          "edges": [
            {"from": "image", "to": "conv"},
            {"from": "conv", "to": "relu"},
            {"from": "relu", "to": "mixed"}
          ]
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void trainingEndsWithOneJsonObjectInTheLastLine() throws IOException {
        Call call = Call.of(
                "train", "digits-plain", "--epochs", "1", "--threads", "1", "--runs", folder.toString(), "--json");
        assertEquals(0, call.code(), call.err());
        assertEquals(1, call.outLines().size());
        JsonNode last = new ObjectMapper().readTree(call.out());
        List<String> fields = new ArrayList<>();
        last.fieldNames().forEachRemaining(fields::add);
        assertEquals(
                List.of("run", "epochs", "train_accuracy", "validation_accuracy", "seconds", "images_per_second"),
                fields);
        assertEquals(1, last.get("epochs").asInt());
        assertTrue(Files.isRegularFile(Path.of(last.get("run").asText(), "metrics.jsonl")));
        assertTrue(call.err().contains("Epoch 1/1: loss "), call.err());
    }

    @Test
    void aRunIsGoneOnWith() throws IOException {
        Call first = Call.of("train", "digits-plain", "--threads", "1", "--runs", folder.toString(), "--epochs", "1");
        assertEquals(0, first.code(), first.err());
        String run;
        try (var runs = Files.list(folder)) {
            run = runs.filter(Files::isDirectory).findFirst().orElseThrow().toString();
        }
        Call second = Call.of("train", "--resume", run, "--epochs", "2");
        assertEquals(0, second.code(), second.err());
        assertTrue(second.out().contains("Epoch 2/2"), second.out());
        assertFalse(second.out().contains("Epoch 1/2"), second.out());
        // The whole course, with what was done before.
        String before = Files.readAllLines(Path.of(run, "metrics.jsonl")).get(0);
        double accuracy =
                new ObjectMapper().readTree(before).get("validation_accuracy").asDouble();
        assertTrue(second.out().contains("Done before: epoch 1/2: loss "), second.out());
        assertTrue(
                second.out().contains(String.format(Locale.ENGLISH, "accuracy %.2f %%; ", 100 * accuracy)),
                second.out());
        List<RunEvent> past = EventLog.past(RunFolder.open(Path.of(run)));
        assertEquals(2, past.stream().filter(RunEvent.Started.class::isInstance).count());
        assertEquals(
                List.of(1, 2),
                past.stream()
                        .filter(RunEvent.EpochEnd.class::isInstance)
                        .map(end -> ((RunEvent.EpochEnd) end).epoch())
                        .toList());
        // One that lacks nothing but its end has the accuracy that it came to, and not none.
        Path card = Path.of(run, "card.json");
        Files.writeString(card, Files.readString(card).replace("FINISHED", "RUNNING"));
        Call ended = Call.of("train", "--resume", run, "--json");
        assertEquals(0, ended.code(), ended.err());
        String last = Files.readAllLines(Path.of(run, "metrics.jsonl")).get(1);
        assertEquals(
                new ObjectMapper().readTree(last).get("validation_accuracy"),
                new ObjectMapper().readTree(ended.out()).get("validation_accuracy"));
        assertEquals(2, Files.readAllLines(Path.of(run, "metrics.jsonl")).size());
        // Advice to do the same again would go round in a circle.
        Call finished = Call.of("train", "--resume", run);
        assertEquals(1, finished.code());
        assertTrue(finished.err().contains("has done all its epochs (2)"), finished.err());
        assertFalse((finished.out() + finished.err()).contains("To go on with it"), finished.out());
    }

    @Test
    void whatToTrainIsSaidOnce() {
        assertEquals(2, Call.of("train").code());
        assertEquals(
                2, Call.of("train", "digits-plain", "--resume", "somewhere").code());
        assertEquals(2, Call.of("train", "--resume", "somewhere", "--seed", "3").code());
    }

    @Test
    void aDesignWithErrorsIsNotTrained() {
        Call call = Call.of("train", "src/test/resources/broken/file/cycle.json", "--runs", folder.toString());
        assertEquals(1, call.code());
        assertTrue(call.err().contains("The nodes form a cycle: add -> conv -> relu -> add."), call.err());
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void outputsAreComputedForTensorsByName() throws IOException {
        save(
                "w.npz",
                Map.of(
                        "conv.weight",
                        tensor(new float[] {2, -1}, 1, 2, 1, 1),
                        "conv.bias",
                        tensor(new float[] {0.5f}, 1)));
        save("x.npz", Map.of("image", tensor(new float[] {1, 2, 3, 4, 10, 20, 1, 1}, 2, 2, 1, 2)));
        Call call = run("w.npz");
        assertEquals(0, call.code(), call.err());
        FloatTensor mixed = TensorFile.read(folder.resolve("y.npz"))
                .value()
                .orElseThrow()
                .tensors()
                .get("mixed");
        assertEquals(TensorShape.of(2, 1, 1, 2), mixed.shape());
        // 2*1 - 3 + 0.5 and 2*2 - 4 + 0.5; then 2*10 - 1 + 0.5 and 2*20 - 1 + 0.5; what is below 0 becomes 0.
        assertArrayEquals(new float[] {0, 0.5f, 19.5f, 39.5f}, mixed.values(), 1e-5f);
    }

    @Test
    void everyTensorThatDoesNotFitIsNamedAndNothingIsWritten() throws IOException {
        save(
                "w.npz",
                Map.of(
                        "conv.weight",
                        tensor(new float[] {2, -1, 3}, 1, 3, 1, 1),
                        "cnov.bias",
                        tensor(new float[] {1}, 1)));
        save("x.npz", Map.of("picture", tensor(new float[] {1, 2, 3, 4}, 1, 2, 1, 2)));
        Call call = run("w.npz");
        assertEquals(1, call.code());
        for (String name : new String[] {"conv.weight", "conv.bias", "cnov.bias", "image", "picture"}) {
            assertTrue(call.err().contains(name), name + " in " + call.err());
        }
        assertTrue(Files.notExists(folder.resolve("y.npz")));
    }

    @Test
    void weightsThatAreNotThereAreAnError() throws IOException {
        save("x.npz", Map.of("image", tensor(new float[] {1, 2, 3, 4}, 1, 2, 1, 2)));
        Call call = run("none.safetensors");
        assertEquals(1, call.code());
        assertTrue(call.err().contains("none.safetensors"), call.err());
    }

    private Call run(String weights) throws IOException {
        Path design = Files.writeString(folder.resolve("mix.json"), MIX);
        return Call.of(
                "run",
                design.toString(),
                "--weights",
                folder.resolve(weights).toString(),
                "--input",
                folder.resolve("x.npz").toString(),
                "--output",
                folder.resolve("y.npz").toString());
    }

    private void save(String name, Map<String, FloatTensor> tensors) throws IOException {
        TensorFile.of(tensors).save(folder.resolve(name));
    }

    private static FloatTensor tensor(float[] values, long... sizes) {
        return new FloatTensor(TensorShape.of(sizes), values);
    }
}
