package convas.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.file.ClosedFolder;
import convas.file.UnfitFileException;
import convas.training.RunEvent;
import convas.training.worker.EventJson;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file {@code events.jsonl} of a run: everything that it told, one event a line, for those who follow it without
 * having started it and for its curves afterwards. Reports of progress come the more rarely the longer a run takes, so that
 * a day leaves a megabyte. Not forced to the disk and no part of what a run needs: where it cannot be written the run goes
 * on without.
 */
public final class EventLog implements Consumer<RunEvent>, AutoCloseable {
    public static final String NAME = "events.jsonl";
    /** In the event that begins a run, beside its own fields: the number of the process. */
    private static final String PROCESS = "pid";

    /** A day leaves a megabyte. */
    private static final int LARGEST = 256 << 20;

    private static final double MOST_SECONDS_BETWEEN = 10;
    private static final double SHARE_BETWEEN = 1e-3;
    private static final double NANOS = 1e9;

    private final long start = System.nanoTime();
    private long told = start;
    private Writer file;

    private EventLog(Writer file) {
        this.file = file;
    }

    /**
     * Begins to write.
     *
     * @param from where the run goes on: what was told of later steps is taken away, since it will be told again
     */
    public static EventLog open(Path run, CheckpointState from) {
        try {
            StringBuilder kept = new StringBuilder();
            for (RunEvent event : before(run)) {
                if (isBefore(event, from)) {
                    kept.append(EventJson.write(event)).append('\n');
                }
            }
            ClosedFolder folder = new ClosedFolder(run);
            folder.replace(NAME, kept.toString().getBytes(StandardCharsets.UTF_8));
            return new EventLog(new OutputStreamWriter(folder.append(NAME), StandardCharsets.UTF_8));
        } catch (IOException refused) {
            return new EventLog(null);
        }
    }

    private static List<RunEvent> before(Path run) throws IOException {
        try {
            return read(run);
        } catch (UnfitFileException nothingOfOurs) {
            return List.of();
        }
    }

    /**
     * What a run that is gone on with has told of the time before its checkpoint: its beginnings, its reports of progress
     * and its epochs. Where the log is not there, or says nothing of epochs, these come from {@code metrics.jsonl}.
     */
    public static List<RunEvent> past(StoredRun stored) {
        CheckpointState from = stored.state().orElseGet(() -> CheckpointState.start(0));
        List<RunEvent> past = new ArrayList<>();
        try {
            before(stored.folder()).stream()
                    .filter(event -> isBefore(event, from))
                    .forEach(past::add);
        } catch (IOException unreadable) {
            // Its epochs are kept a second time.
        }
        if (past.stream().noneMatch(RunEvent.EpochEnd.class::isInstance)) {
            stored.metrics().stream().filter(end -> end.epoch() <= from.epoch()).forEach(past::add);
        }
        return past;
    }

    private static boolean isBefore(RunEvent event, CheckpointState from) {
        // Tells how many batches an epoch has, without which the reports after it say nothing.
        if (event instanceof RunEvent.Started) {
            return from.step() > 0;
        }
        if (event instanceof RunEvent.Progress progress) {
            int done = progress.epoch() - 1;
            return done < from.epoch() || (done == from.epoch() && progress.batch() <= from.batch());
        }
        return event instanceof RunEvent.EpochEnd end && end.epoch() <= from.epoch();
    }

    /** All that a run has told; lines that are incomplete are left out, and a run without the file has told nothing. */
    public static List<RunEvent> read(Path run) throws IOException {
        List<RunEvent> events = new ArrayList<>();
        try {
            String content = new String(new ClosedFolder(run).read(NAME, LARGEST), StandardCharsets.UTF_8);
            content.lines().map(EventLog::event).flatMap(Optional::stream).forEach(events::add);
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return events;
    }

    /** The event that a line tells. */
    public static Optional<RunEvent> event(String line) {
        return tree(line).flatMap(EventJson::read);
    }

    /** The number of the process, from the line of the event that begins a run; empty for any other. */
    public static Optional<Long> process(String line) {
        return tree(line)
                .map(json -> json.path(PROCESS))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::longValue);
    }

    private static Optional<JsonNode> tree(String line) {
        try {
            return Optional.ofNullable(RunFolder.JSON.readTree(line));
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void accept(RunEvent event) {
        if (file == null || (event instanceof RunEvent.Progress && !isTime())) {
            return;
        }
        ObjectNode json = EventJson.write(event);
        if (event instanceof RunEvent.Started) {
            json.put(PROCESS, ProcessHandle.current().pid());
        }
        try {
            file.write(json + "\n");
            file.flush();
        } catch (IOException full) {
            close();
        }
    }

    private boolean isTime() {
        long now = System.nanoTime();
        double between = Math.min(MOST_SECONDS_BETWEEN, SHARE_BETWEEN * (now - start) / NANOS);
        if ((now - told) / NANOS < between) {
            return false;
        }
        told = now;
        return true;
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException full) {
                // Nothing depends on what is lost.
            }
            file = null;
        }
    }
}
