package convas.profiling.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.file.FileReason;
import convas.profiling.Ceilings;
import convas.profiling.CeilingsFile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileFolder;
import convas.profiling.ProfileHandle;
import convas.profiling.ProfileRequest;
import convas.text.Texts;
import convas.training.worker.Following;
import convas.training.worker.WorkerDeath;
import convas.training.worker.WorkerLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One child process as a profile: makes sure that the observer gets exactly one last event, whatever becomes of it. */
final class ProfilerProcess implements ProfileHandle {
    private final Launcher launcher;
    private final ProfileRequest request;
    private final CeilingsFile ceilings;
    private final Texts texts;
    private final Following<ProfileEvent> following;
    private final WorkerLog log = new WorkerLog();
    private final ObjectMapper json = new ObjectMapper();

    private Process process;
    private boolean stopped;

    /** Starts the child. */
    @FunctionalInterface
    interface Launcher {
        Process launch() throws IOException;
    }

    ProfilerProcess(
            Launcher launcher,
            ProfileRequest request,
            CeilingsFile ceilings,
            Texts texts,
            Consumer<ProfileEvent> observer) {
        this.launcher = launcher;
        this.request = request;
        this.ceilings = ceilings;
        this.texts = texts;
        this.following = new Following<>(observer);
    }

    void start() {
        following.start("profile", this::follow, this::unexpected);
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Override
    public boolean isRunning() {
        return !following.isOver();
    }

    private ProfileEvent follow() {
        try {
            return attend();
        } catch (IOException refused) {
            return new ProfileEvent.Failed(
                    List.of(texts.get("profiling.worker.not-started", FileReason.withFile(refused, texts))));
        }
    }

    private synchronized ProfileEvent unexpected(Throwable thrown) {
        if (process != null) {
            process.destroyForcibly();
        }
        return new ProfileEvent.Failed(List.of(texts.get("profiling.worker.unexpected", thrown)));
    }

    private ProfileEvent attend() throws IOException {
        Optional<Ceilings> known =
                ceilings.find(request.setting().device(), request.setting().threads());
        Optional<Process> launched = launch();
        if (launched.isEmpty()) {
            return new ProfileEvent.Stopped();
        }
        Process child = launched.get();
        Thread errors = new Thread(() -> log.drain(child.getErrorStream()), "profile-log");
        errors.setDaemon(true);
        errors.start();
        send(child, new Order(request.design(), request.setting(), request.seconds(), known.isEmpty()));
        Optional<Answer> last = read(child);
        try {
            int exit = Following.exit(child, errors);
            if (wasStopped()) {
                return new ProfileEvent.Stopped();
            }
            return last.map(answer -> end(answer, known)).orElseGet(() -> died(exit));
        } catch (InterruptedException interrupted) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
            return new ProfileEvent.Stopped();
        }
    }

    private synchronized Optional<Process> launch() throws IOException {
        if (!stopped) {
            process = launcher.launch();
        }
        return Optional.ofNullable(process);
    }

    private synchronized boolean wasStopped() {
        return stopped;
    }

    private void send(Process child, Order order) {
        // The input stays open: its end would mean that nobody listens.
        try {
            OutputStream out = child.getOutputStream();
            out.write((order.write() + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            // The process has ended; its last words and its exit tell why.
            log.add(gone.toString());
        }
    }

    /** Hands on progress until the output ends; the last answer is kept back until the process is gone. */
    private Optional<Answer> read(Process child) {
        Optional<Answer> last = Optional.empty();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Answer> answer = parse(line);
                if (answer.isEmpty()) {
                    log.add(line);
                } else if (answer.get() instanceof Answer.Told told
                        && !told.event().isLast()) {
                    if (!wasStopped()) {
                        following.tell(told.event());
                    }
                } else {
                    last = answer;
                }
            }
        } catch (IOException broken) {
            log.add(broken.toString());
        }
        return last;
    }

    private Optional<Answer> parse(String line) {
        try {
            return Answer.read(json.readTree(line));
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    private ProfileEvent end(Answer answer, Optional<Ceilings> known) {
        if (answer instanceof Answer.Told told) {
            return told.event();
        }
        Answer.Done done = (Answer.Done) answer;
        Ceilings of = known.or(done::ceilings).orElseThrow();
        Optional<Path> file = Optional.empty();
        // What was measured is told, whether it can be kept or not.
        try {
            file = Optional.of(new ProfileFolder(request.folder()).save(done.profile()));
            if (known.isEmpty()) {
                ceilings.keep(of);
            }
        } catch (IOException refused) {
            String key = file.isEmpty() ? "profiling.not-kept" : "profiling.ceilings.not-kept";
            String why = texts.get(key, request.folder(), FileReason.withFile(refused, texts));
            return new ProfileEvent.Finished(done.profile(), of, file, List.of(why));
        }
        return new ProfileEvent.Finished(done.profile(), of, file, List.of());
    }

    private ProfileEvent died(int exit) {
        return new ProfileEvent.Failed(
                new WorkerDeath(exit, false, Optional.empty(), log.tail()).sentences(texts, "profiling"));
    }
}
