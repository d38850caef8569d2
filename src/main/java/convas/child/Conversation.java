package convas.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One child process at its job, as whoever started it meets it: it gets its request, takes orders, and is listened to on a
 * thread of its own. The observer gets exactly one last event, whatever becomes of the process.
 *
 * @param <E> what is told
 */
public final class Conversation<E> {
    private final Job<E> job;
    private final Following<E> following;
    private final ChildLog log = new ChildLog();
    private final ObjectMapper json = new ObjectMapper();
    private final Object sending = new Object();
    /** Orders from before it had its request. */
    private final List<String> early = new ArrayList<>();

    private Process process;
    /** Whether it has its request. */
    private boolean asked;

    private boolean killed;

    public Conversation(Job<E> job, Consumer<E> observer) {
        this.job = job;
        this.following = new Following<>(observer);
    }

    /** Starts the child, and returns at once. */
    public void start() {
        following.start(job.name(), this::follow, this::unexpected);
    }

    /** Sends a line, as soon as the child has its request; returns at once. */
    public void order(String line) {
        Process current;
        synchronized (this) {
            if (!asked) {
                early.add(line);
                return;
            }
            current = process;
        }
        // A full pipe would block, and who asks may be a window.
        background(() -> send(current, line), "-order");
    }

    /** Ends the child at once, also one that is not started yet. */
    public synchronized void kill() {
        killed = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Whether the last event is not told yet. */
    public boolean isRunning() {
        return !following.isOver();
    }

    /** The number of the child's process; -1 where there is none yet. */
    public synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    private synchronized boolean isKilled() {
        return killed;
    }

    private E follow() {
        try {
            Optional<Process> launched = launch();
            return launched.isPresent() ? attend(launched.get()) : died(-1);
        } catch (IOException refused) {
            return job.notStarted(refused);
        } finally {
            log.close();
        }
    }

    /** None where nobody wants it any more. */
    private synchronized Optional<Process> launch() throws IOException {
        if (!killed) {
            process = job.launch();
        }
        return Optional.ofNullable(process);
    }

    private E attend(Process started) {
        Thread errors = background(() -> log.drain(started.getErrorStream()), "-log");
        ask(started);
        Optional<E> last = listen(started);
        try {
            int exit = Following.exit(started, errors);
            return last.isPresent() ? job.concluded(last.get()) : died(exit);
        } catch (InterruptedException interrupted) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
            return last.orElseGet(() -> died(-1));
        }
    }

    /** Sends the request, and what was ordered before it had that. */
    private void ask(Process started) {
        send(started, job.request().toString());
        synchronized (this) {
            asked = true;
            early.forEach(line -> send(started, line));
        }
    }

    private E died(int exit) {
        return job.died(new ChildDeath(exit, isKilled(), log.tail()), log);
    }

    private E unexpected(Throwable thrown) {
        synchronized (this) {
            if (process != null) {
                process.destroyForcibly();
            }
        }
        return job.unexpected(thrown, log);
    }

    /** Hands on events until the output ends; the last one is kept back until the process is gone. */
    private Optional<E> listen(Process started) {
        Optional<E> last = Optional.empty();
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<E> event = parse(line);
                if (event.isEmpty()) {
                    log.add(line);
                } else if (job.isLast(event.get())) {
                    last = event;
                } else {
                    job.heard(event.get(), log);
                    following.tell(event.get());
                }
            }
        } catch (IOException broken) {
            log.add(broken.toString());
        }
        return last;
    }

    private Optional<E> parse(String line) {
        try {
            return job.read(json.readTree(line));
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    private void send(Process to, String line) {
        try {
            synchronized (sending) {
                OutputStream out = to.getOutputStream();
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException gone) {
            // The process has ended; its last words and its exit tell why.
            log.add(gone.toString());
        }
    }

    private Thread background(Runnable work, String what) {
        Thread thread = new Thread(work, job.name() + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
