package convas.catalog;

import convas.file.AtomicFile;
import convas.graph.Diagnostic;
import convas.graph.GraphCheck;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import convas.operator.Catalog;
import convas.operator.Module;
import convas.operator.ModuleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with a JSON file for each of the user's modules, in the form in which Convas' own are written. A file that is
 * broken, has a name that is taken, or uses what is not there is told and left out, together with what builds on it.
 */
public final class UserLibrary implements ModuleLibrary {
    private static final String ENDING = ".json";

    private final Path folder;
    private final Catalog builtin;
    private final DesignFormat format = new DesignFormat();

    /**
     * The library in a folder, which need not exist.
     *
     * @param builtin what comes with Convas: its names are taken
     */
    public UserLibrary(Path folder, Catalog builtin) {
        this.folder = folder;
        this.builtin = builtin;
    }

    @Override
    public Contents read() {
        Map<String, Path> files = new LinkedHashMap<>();
        Map<String, ModuleBody> sound = new LinkedHashMap<>();
        List<Broken> broken = new ArrayList<>();
        for (Path file : list(broken)) {
            Reading<ModuleBody> reading = format.readModule(file);
            List<Diagnostic> problems = new ArrayList<>(reading.problems());
            problems.removeIf(problem -> !problem.isError());
            reading.value().ifPresent(body -> {
                Module.of(body, problems);
                taken(body).ifPresent(problems::add);
                if (files.containsKey(body.type())) {
                    String other = files.get(body.type()).getFileName().toString();
                    problems.add(Diagnostic.error("", "type", "catalog.library.twice", body.type(), other));
                }
            });
            if (problems.isEmpty() && reading.value().isPresent()) {
                sound.put(reading.value().get().type(), reading.value().get());
                files.put(reading.value().get().type(), file);
            } else {
                broken.add(new Broken(file, problems));
            }
        }
        List<Module> modules = grounded(sound);
        sound.forEach((type, body) -> broken.add(new Broken(files.remove(type), missing(body, sound, files))));
        return new Contents(modules, files, broken);
    }

    private List<Path> list(List<Broken> broken) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            Diagnostic problem =
                    Diagnostic.error("", "", "catalog.library.folder", folder, String.valueOf(unreadable.getMessage()));
            broken.add(new Broken(folder, List.of(problem)));
            return List.of();
        }
    }

    /**
     * Takes out the modules that stand on what is there, each after those it uses. What is left uses something unknown,
     * or itself by a detour; a cycle would spoil every design, used or not.
     */
    private List<Module> grounded(Map<String, ModuleBody> sound) {
        Map<String, Module> found = new LinkedHashMap<>();
        Map<String, Integer> heights = new HashMap<>();
        boolean more = true;
        while (more) {
            more = false;
            for (ModuleBody body : List.copyOf(sound.values())) {
                boolean stands = body.sheet().graph().nodes().stream()
                        .allMatch(node -> isBuiltin(node.type()) || found.containsKey(node.type()));
                if (stands && height(body, heights) <= Module.DEEPEST) {
                    found.put(body.type(), Module.of(body, new ArrayList<>()));
                    sound.remove(body.type());
                    more = true;
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Modules within each other, this one among them; those that it uses come before it. */
    private int height(ModuleBody body, Map<String, Integer> heights) {
        int height = 1;
        for (Node node : body.sheet().graph().nodes()) {
            int inner = builtin.find(node.type())
                    .filter(Module.class::isInstance)
                    .map(type -> height(((Module) type).body(), heights))
                    .orElseGet(() -> heights.getOrDefault(node.type(), 0));
            height = Math.max(height, 1 + inner);
        }
        heights.put(body.type(), height);
        return height;
    }

    private List<Diagnostic> missing(ModuleBody body, Map<String, ModuleBody> left, Map<String, Path> standing) {
        List<Diagnostic> problems = new ArrayList<>();
        for (Node node : body.sheet().graph().nodes()) {
            if (left.containsKey(node.type())) {
                problems.add(Diagnostic.error(node.id(), "", "catalog.library.unusable", node.type()));
            } else if (!isBuiltin(node.type()) && !standing.containsKey(node.type())) {
                problems.add(Diagnostic.error(node.id(), "", "catalog.library.unknown", node.type()));
            }
        }
        if (problems.isEmpty()) {
            problems.add(Diagnostic.error("", "", "catalog.library.depth", body.type(), Module.DEEPEST));
        }
        return problems;
    }

    private boolean isBuiltin(String type) {
        return builtin.find(type).isPresent();
    }

    private Optional<Diagnostic> taken(ModuleBody body) {
        return isBuiltin(body.type())
                ? Optional.of(Diagnostic.error("", "type", "catalog.library.taken", body.type()))
                : Optional.empty();
    }

    @Override
    public List<Diagnostic> save(ModuleBody body) throws IOException {
        Contents now = read();
        List<Diagnostic> problems = new ArrayList<>(GraphCheck.check(body, ""));
        Module.of(body, problems);
        taken(body).ifPresent(problems::add);
        if (!GraphCheck.isId(body.type())) {
            problems.add(Diagnostic.error("", "type", "graph.id", body.type()));
        }
        for (Node node : body.sheet().graph().nodes()) {
            if (node.type().equals(body.type())) {
                problems.add(Diagnostic.error(node.id(), "", "catalog.library.unusable", node.type()));
            } else if (!isBuiltin(node.type()) && !now.files().containsKey(node.type())) {
                problems.add(Diagnostic.error(node.id(), "", "catalog.library.own", body.type(), node.type()));
            }
        }
        problems.removeIf(problem -> !problem.isError());
        if (problems.isEmpty()) {
            Files.createDirectories(folder);
            Path file = Optional.ofNullable(now.files().get(body.type())).orElseGet(() -> free(body.type()));
            new AtomicFile().write(file, format.writeModule(body));
        }
        return List.copyOf(problems);
    }

    /** A file that is there, though broken or of another module, is somebody's work. */
    private Path free(String type) {
        Path file = folder.resolve(type + ENDING);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(type + "-" + number + ENDING);
        }
        return file;
    }
}
