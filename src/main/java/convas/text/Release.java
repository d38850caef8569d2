package convas.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which Convas this is, and what it brings along that others made. */
public final class Release {
    private static final int FIELDS = 3;

    /**
     * A library that comes along.
     *
     * @param archives how the names of its jar files begin
     */
    public record Library(String name, String licence, List<String> archives) {
        public Library {
            archives = List.copyOf(archives);
        }
    }

    private final String version;
    private final List<Library> libraries;

    /** Reads the program's own resources. */
    public Release() {
        version = resource("version.txt").strip();
        libraries = resource("licences.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", FIELDS))
                .map(fields -> new Library(fields[0], fields[1], List.of(fields[2].split(" "))))
                .toList();
    }

    /** As {@code 0.1.0}. */
    public String version() {
        return version;
    }

    public List<Library> libraries() {
        return libraries;
    }

    private static String resource(String name) {
        try (InputStream in = Release.class.getResourceAsStream("/convas/" + name)) {
            if (in == null) {
                throw new IllegalStateException("convas/" + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
