package convas.graph.json;

import convas.file.AtomicFile;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.ModuleBody;
import convas.graph.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Design files, format version 1. Reading tells everything that is wrong with a file at once and never throws for what
 * a file holds; writing has one fixed order and form, so that reading and writing again changes nothing and an edit of
 * one node changes one line. Fields and node types that this version does not know survive both.
 */
public final class DesignFormat {
    /** The version that is written. */
    public static final int VERSION = 1;
    /** The greatest size of a file, in bytes. */
    public static final long MAX_BYTES = 64L << 20;
    /** How deep objects and lists may stand in each other. */
    public static final int MAX_NESTING = 64;
    /** What the field {@code format} says. */
    static final String NAME = "convas-design";

    private final Migrations migrations;
    private final AtomicFile file = new AtomicFile();

    public DesignFormat() {
        this(new Migrations(VERSION, List.of()));
    }

    DesignFormat(Migrations migrations) {
        this.migrations = migrations;
    }

    /** The design in a file; a file that is not there or cannot be read is a problem like any other. */
    public Reading<Design> read(Path path) {
        List<Diagnostic> problems = new ArrayList<>();
        return JsonText.bytes(path, problems)
                .map(this::read)
                .orElseGet(() -> new Reading<>(Optional.empty(), problems));
    }

    /** The design in a file's bytes. */
    public Reading<Design> read(byte[] json) {
        return parse(
                json,
                (root, problems) -> migrations
                        .migrate(root, problems)
                        .flatMap(migrated -> new DesignReader(problems).read(migrated)));
    }

    /** A module's body from a file of its own. */
    public Reading<ModuleBody> readModule(byte[] json) {
        return parse(
                json,
                (root, problems) -> new ModuleReader(problems).read(new Fields(root, "", problems), Optional.empty()));
    }

    /** A module's body from a file of its own; one that is not there or cannot be read is a problem like any other. */
    public Reading<ModuleBody> readModule(Path path) {
        List<Diagnostic> problems = new ArrayList<>();
        return JsonText.bytes(path, problems)
                .map(this::readModule)
                .orElseGet(() -> new Reading<>(Optional.empty(), problems));
    }

    /** The file's bytes: UTF-8, ending with a line feed. */
    public byte[] write(Design design) {
        return new DesignWriter(migrations.current()).design(design).getBytes(StandardCharsets.UTF_8);
    }

    /** A module's body as a file of its own. */
    public byte[] writeModule(ModuleBody body) {
        return new DesignWriter(migrations.current()).module(body).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Saves a design so that at any moment, whatever fails, the path holds either all of the old file or all of the new
     * one.
     *
     * @throws IOException where it could not be saved; the old file is whole then
     */
    public void save(Design design, Path path) throws IOException {
        file.write(path, write(design));
    }

    private static <T> Reading<T> parse(byte[] json, BiFunction<Value.Mapping, List<Diagnostic>, Optional<T>> reader) {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<T> value = JsonText.decode(json, problems)
                .flatMap(text -> new JsonParsing(text, problems).root())
                .flatMap(root -> reader.apply(root, problems));
        return new Reading<>(value, problems);
    }
}
