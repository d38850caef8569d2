package convas.editor.comfort;

import convas.editor.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files that were open when the window was closed, and how each was looked at. */
public final class Session {
    private static final String FILES = "session.files";
    private static final String WANTED = "session.reopen";

    private final Settings settings;

    public Session(Settings settings) {
        this.settings = settings;
    }

    /**
     * A file and the view of it.
     *
     * @param zoom screen pixels for each pixel of the sheet
     * @param x the point of the sheet in the middle
     */
    public record Entry(Path file, boolean front, double zoom, double x, double y) {}

    /** Whether a person wants the files again; yes unless they said no. */
    public boolean isWanted() {
        return settings.get(WANTED).map(Boolean::parseBoolean).orElse(true);
    }

    public void setWanted(boolean wanted) {
        settings.set(WANTED, Boolean.toString(wanted));
    }

    /** Remembers, for the next start. */
    public void keep(List<Entry> entries) {
        settings.set(
                FILES,
                entries.stream()
                        .map(entry -> (entry.front() ? "*" : "-") + "\t" + entry.zoom() + "\t" + entry.x() + "\t"
                                + entry.y() + "\t" + entry.file())
                        .collect(Collectors.joining("\n")));
    }

    /** What was kept, once: a program that ends suddenly leaves its work to the recovery, not to this. */
    public List<Entry> take() {
        List<Entry> entries = new ArrayList<>();
        for (String line : settings.get(FILES).orElse("").split("\n")) {
            read(line).ifPresent(entries::add);
        }
        settings.set(FILES, "");
        return isWanted() ? entries : List.of();
    }

    private static Optional<Entry> read(String line) {
        String[] parts = line.split("\t", 5);
        try {
            return parts.length < 5
                    ? Optional.empty()
                    : Optional.of(new Entry(
                            Path.of(parts[4]),
                            parts[0].equals("*"),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3])));
        } catch (NumberFormatException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
