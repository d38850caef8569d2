package convas.training.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.file.FileReason;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOrder;
import convas.training.RunRequest;
import convas.training.run.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One child process as a run: writes the request, reads events on a thread of its own, and makes sure that the observer
 * gets exactly one last event, whatever becomes of the process.
 */
final class WorkerProcess implements RunHandle {
    private final Launcher launcher;
    private final RunRequest request;
    private final Texts texts;
    private final Following<RunEvent> following;
    private final WorkerLog log = new WorkerLog();
    private final ObjectMapper json = new ObjectMapper();

    /** Used by the thread that follows alone. */
    private Process launched;

    private volatile Process process;
    /** Asked before there was a process. */
    private final List<RunOrder> early = new ArrayList<>();

    private volatile boolean killWanted;

    /** Starts the child. */
    @FunctionalInterface
    interface Launcher {
        Process launch() throws IOException;
    }

    WorkerProcess(Launcher launcher, RunRequest request, Texts texts, Consumer<RunEvent> observer) {
        this.launcher = launcher;
        this.request = request;
        this.texts = texts;
        this.following = new Following<>(observer);
    }

    void start() {
        following.start("training-run", this::follow, this::unexpected);
    }

    @Override
    public void order(RunOrder order) {
        Process current;
        synchronized (early) {
            current = process;
            if (current == null) {
                early.add(order);
                return;
            }
        }
        // A full pipe would block, and who asks may be a window.
        Thread thread = new Thread(() -> send(current, order.word()), "training-order");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void kill() {
        killWanted = true;
        Process current = process;
        if (current != null) {
            current.destroyForcibly();
        }
    }

    @Override
    public boolean isRunning() {
        return !following.isOver();
    }

    @Override
    public long pid() {
        Process current = process;
        return current == null ? -1 : current.pid();
    }

    private RunEvent follow() {
        Process started;
        try {
            started = launcher.launch();
        } catch (IOException refused) {
            return new RunEvent.Failed(
                    List.of(texts.get("training.worker.not-started", FileReason.withFile(refused, texts))));
        }
        launched = started;
        return attend(started);
    }

    private RunEvent unexpected(Throwable thrown) {
        if (launched != null) {
            launched.destroyForcibly();
        }
        log.close();
        List<String> sentences = new ArrayList<>(List.of(texts.get("training.worker.unexpected", thrown)));
        log.folder().ifPresent(folder -> sentences.add(texts.get("training.kept", folder)));
        return new RunEvent.Failed(sentences);
    }

    private RunEvent attend(Process started) {
        Thread errors = new Thread(() -> log.drain(started.getErrorStream()), "training-log");
        errors.setDaemon(true);
        errors.start();
        send(started, RequestJson.write(request).toString());
        synchronized (early) {
            process = started;
            early.forEach(order -> send(started, order.word()));
        }
        // A kill that was wanted before there was a process.
        if (killWanted) {
            started.destroyForcibly();
        }
        Optional<RunEvent> last = read(started);
        try {
            int exit = Following.exit(started, errors);
            log.close();
            return last.orElseGet(() -> died(exit));
        } catch (InterruptedException interrupted) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
            return last.orElseGet(() -> died(-1));
        }
    }

    /** Hands on events until the output ends; the last one is kept back until the process is gone. */
    private Optional<RunEvent> read(Process started) {
        Optional<RunEvent> last = Optional.empty();
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<RunEvent> event = parse(line);
                if (event.isEmpty()) {
                    log.add(line);
                } else if (event.get().isLast()) {
                    last = event;
                } else {
                    if (event.get() instanceof RunEvent.Started begun) {
                        log.keepIn(begun.run());
                    }
                    following.tell(event.get());
                }
            }
        } catch (IOException broken) {
            log.add(broken.toString());
        }
        return last;
    }

    private Optional<RunEvent> parse(String line) {
        try {
            JsonNode tree = json.readTree(line);
            return EventJson.read(tree);
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    private RunEvent died(int exit) {
        WorkerDeath death = new WorkerDeath(exit, killWanted, folder(), log.tail());
        return new RunEvent.Failed(death.sentences(texts), death.folder().isPresent());
    }

    /** Of the run: as the process told it, or where it was to go on, or where it had begun without a word. */
    private Optional<Path> folder() {
        return log.folder()
                .or(request::resume)
                .or(() -> request.search().isPresent() ? Optional.empty() : RunFolder.leftBy(request.runs(), pid()));
    }

    private void send(Process to, String line) {
        try {
            synchronized (this) {
                OutputStream out = to.getOutputStream();
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException gone) {
            // The process has ended; its last words and its exit tell why.
            log.add(gone.toString());
        }
    }
}
