package convas.editor;

import convas.file.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program remembers between starts: theme, language, recent files, the window's size. Read once; every change
 * is written in the background, beside the file and then in its place. A file that cannot be read or written costs the
 * memory, never the session.
 */
public final class Settings {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final int RECENT = 12;

    private final Path file;
    private final Executor background;
    private final Properties values = new Properties();

    /** @param background writes; one task at a time */
    public Settings(Path file, Executor background) {
        this.file = file;
        this.background = background;
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.warn("Settings in {} cannot be read: {}", file, unreadable.toString());
            }
        }
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    public void set(String name, String value) {
        if (!value.equals(values.setProperty(name, value))) {
            Properties copy = new Properties();
            copy.putAll(values);
            background.execute(() -> write(copy));
        }
    }

    /** Files opened or saved last, newest first. */
    public List<Path> recent() {
        List<Path> paths = new ArrayList<>();
        for (int index = 0; index < RECENT; index++) {
            get("recent." + index).filter(path -> !path.isBlank()).ifPresent(path -> paths.add(Path.of(path)));
        }
        return paths;
    }

    /** Puts a file at the head of {@link #recent}. */
    public void remember(Path path) {
        List<Path> paths = recent();
        Path whole = path.toAbsolutePath().normalize();
        paths.remove(whole);
        paths.add(0, whole);
        for (int index = 0; index < RECENT; index++) {
            set("recent." + index, index < paths.size() ? paths.get(index).toString() : "");
        }
    }

    private synchronized void write(Properties copy) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new AtomicFile().write(file, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                copy.store(writer, null);
            });
        } catch (IOException unwritable) {
            LOG.warn("Settings cannot be kept in {}: {}", file, unwritable.toString());
        }
    }
}
