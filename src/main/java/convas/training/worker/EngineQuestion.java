package convas.training.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.child.ChildLog;
import convas.child.Launcher;
import convas.file.FileReason;
import convas.text.Texts;
import convas.training.EngineInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks a process of its own what the engine finds on this machine, and waits no longer than it has patience. */
final class EngineQuestion {
    /** Of a process that has to unpack some hundred megabytes first, on a slow disk. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Launcher launcher;
    private final Duration patience;
    private final Texts texts;

    EngineQuestion(Launcher launcher, Duration patience, Texts texts) {
        this.launcher = launcher;
        this.patience = patience;
        this.texts = texts;
    }

    /** @throws IOException where there is no answer; its message is a sentence for the user that tells why */
    EngineInfo ask() throws IOException {
        Process asked;
        try {
            asked = launcher.launch();
        } catch (IOException refused) {
            throw none(FileReason.withFile(refused, texts));
        }
        ChildLog log = new ChildLog();
        Thread errors = new Thread(() -> log.drain(asked.getErrorStream()), "engine-log");
        errors.setDaemon(true);
        errors.start();
        CompletableFuture<Void> late =
                new CompletableFuture<Void>().completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
        // What it may still write is not waited for: its end ends the reading.
        late.thenRun(asked::destroyForcibly);
        try (BufferedReader lines = asked.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            if (line == null && late.isDone()) {
                throw none(texts.get("training.engine.silent", patience.toSeconds()));
            } else if (line == null) {
                errors.join(patience.toMillis());
                throw none(lastWords(log.tail()));
            }
            return read(line);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            late.cancel(false);
            asked.destroyForcibly();
        }
    }

    private EngineInfo read(String line) throws IOException {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(line);
        } catch (JsonProcessingException other) {
            throw none(line);
        }
        if (json.has("problem")) {
            throw new IOException(json.path("problem").asText());
        }
        List<String> devices = new ArrayList<>();
        json.path("devices").forEach(device -> devices.add(device.asText()));
        return new EngineInfo(
                json.path("engine").asText(), devices, json.path("processors").asInt());
    }

    private IOException none(String reason) {
        return new IOException(texts.get("training.engine.load", reason));
    }

    private String lastWords(List<String> tail) {
        return tail.stream()
                .filter(said -> !said.isBlank() && !said.startsWith("\tat "))
                .findFirst()
                .orElseGet(() -> texts.get("training.engine.wordless"));
    }
}
