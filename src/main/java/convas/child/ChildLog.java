package convas.child;

import convas.file.ClosedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a child writes to its standard error: the last lines are remembered, and all lines go to a file once there is a
 * folder for that. A log that cannot be written is no reason to disturb the work.
 */
public final class ChildLog {
    private static final int REMEMBERED = 200;

    private final Deque<String> last = new ArrayDeque<>();
    private Path folder;
    private Writer file;

    /** Reads until the stream ends. */
    public void drain(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line);
            }
        } catch (IOException closed) {
            add(closed.toString());
        }
    }

    public synchronized void add(String line) {
        last.addLast(line);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
        write(line);
    }

    /** Begins the file, in this folder, with what is remembered. */
    public synchronized void keepIn(Path place, String name) {
        folder = place;
        try {
            file = new OutputStreamWriter(new ClosedFolder(place).append(name), StandardCharsets.UTF_8);
        } catch (IOException refused) {
            return;
        }
        last.forEach(this::write);
    }

    synchronized void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException full) {
                // Nothing depends on the log.
            }
            file = null;
        }
    }

    /** In which the file lies; empty where there is none yet. */
    public synchronized Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** The lines remembered, oldest first. */
    public synchronized List<String> tail() {
        return List.copyOf(last);
    }

    private void write(String line) {
        if (file == null) {
            return;
        }
        try {
            file.write(line + "\n");
            file.flush();
        } catch (IOException full) {
            file = null;
        }
    }
}
