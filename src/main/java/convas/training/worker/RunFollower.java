package convas.training.worker;

import convas.child.Following;
import convas.file.ClosedFolder;
import convas.file.FolderLock;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunOrder;
import convas.training.run.ControlFile;
import convas.training.run.EventLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A run that another process started, as its folder tells it: events come from {@code events.jsonl} from the first on, orders
 * go into {@code control}, and the folder's lock tells whether anybody works on it still. The observer gets exactly one
 * last event, also where the process dies.
 */
final class RunFollower implements RunHandle {
    private static final long BETWEEN_MILLIS = 200;
    /** What a run tells of itself in a line is a thousandth of that; the folder may be a stranger's. */
    private static final int LONGEST_LINE = 16 << 20;

    private final Path run;
    private final Texts texts;
    private final Following<RunEvent> following;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long position;
    private volatile long pid = -1;

    RunFollower(Path run, Texts texts, Consumer<RunEvent> observer) {
        this.run = run;
        this.texts = texts;
        this.following = new Following<>(observer);
    }

    void start() {
        following.start(
                "training-follow",
                this::follow,
                thrown -> new RunEvent.Failed(
                        List.of(texts.get("training.worker.unexpected", thrown), texts.get("training.kept", run))));
    }

    private RunEvent follow() {
        Optional<RunEvent> last = Optional.empty();
        try {
            boolean alive = true;
            while (last.isEmpty() && alive) {
                TimeUnit.MILLISECONDS.sleep(position == 0 ? 0 : BETWEEN_MILLIS);
                // Asked first: what the process wrote before it ended is then there to be read.
                alive = FolderLock.isTaken(run);
                last = read();
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
        return last.orElseGet(() ->
                new RunEvent.Failed(List.of(texts.get("training.worker.gone"), texts.get("training.kept", run)), true));
    }

    /** Hands on what is new; the last event of a run, once it is there, is returned instead. */
    private Optional<RunEvent> read() {
        try (FileChannel channel = new ClosedFolder(run).open(EventLog.NAME, Long.MAX_VALUE)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(1 << 20, Math.max(1, channel.size() - position)));
            while (channel.read(bytes.clear(), position) > 0) {
                position += bytes.position();
                for (byte value : java.util.Arrays.copyOf(bytes.array(), bytes.position())) {
                    if (value != '\n' && unfinished.size() == LONGEST_LINE) {
                        return Optional.of(new RunEvent.Failed(
                                List.of(texts.get("training.follow.long-line", EventLog.NAME, LONGEST_LINE >> 20))));
                    } else if (value != '\n') {
                        unfinished.write(value);
                        continue;
                    }
                    Optional<RunEvent> last = line(unfinished.toString(StandardCharsets.UTF_8));
                    unfinished.reset();
                    if (last.isPresent()) {
                        return last;
                    }
                }
            }
        } catch (IOException notYet) {
            // Looked at again as long as somebody works on the run.
        }
        return Optional.empty();
    }

    private Optional<RunEvent> line(String line) {
        EventLog.process(line).ifPresent(number -> pid = number);
        Optional<RunEvent> event = EventLog.event(line);
        if (event.isPresent() && (event.get() instanceof RunEvent.Finished || event.get() instanceof RunEvent.Failed)) {
            return event;
        }
        event.ifPresent(following::tell);
        return Optional.empty();
    }

    @Override
    public void order(RunOrder order) {
        Thread thread = new Thread(() -> write(order), "training-order");
        thread.setDaemon(true);
        thread.start();
    }

    private void write(RunOrder order) {
        try {
            new ControlFile(run).write(order);
        } catch (IOException refused) {
            // The run goes on, and shows so; its process can still be ended.
        }
    }

    @Override
    public void kill() {
        // A number that was given to another process since is told by the lock.
        if (pid > 0 && FolderLock.isTaken(run)) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public boolean isRunning() {
        return !following.isOver();
    }

    @Override
    public long pid() {
        return pid;
    }
}
