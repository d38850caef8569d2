package convas.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program without a command: the editor, on a file or on its start page. */
@Command(name = "convas", mixinStandardHelpOptions = true)
final class ConvasCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "file")
    private String file;

    ConvasCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<EditorLauncher.Obstacle> obstacle =
                parts.editor().open(file == null ? Optional.empty() : Optional.of(path()));
        obstacle.ifPresent(known -> console.err().println(parts.texts().get(known.key(), known.arguments())));
        if (obstacle.isEmpty()) {
            return ExitCode.FINE;
        }
        return file != null && obstacle.get().withoutScreen() ? count() : ExitCode.USAGE;
    }

    /** What can be shown of a design without a screen: what it costs, and what else can be done with it there. */
    private int count() {
        console.err().flush();
        CheckedDesign checked = new DesignArgument(spec, file, Map.of()).check(parts);
        console.problems(console.err(), parts.texts(), checked.name(), checked.diagnostics());
        if (checked.hasErrors() || checked.analysis().isEmpty()) {
            return ExitCode.ERRORS;
        }
        new CostTable(parts.texts(), Optional.empty()).print(checked.analysis().get(), console.out());
        console.out().println();
        for (String command : List.of("train", "profile", "picture")) {
            console.out().println(parts.texts().get("cli.editor.without." + command, file, name()));
        }
        return ExitCode.FINE;
    }

    /** Of the design's file without its folder and ending. */
    private String name() {
        return String.valueOf(Path.of(file).getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private Path path() {
        try {
            Path path = Path.of(file);
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException noPath) {
            throw new Misuse(spec, parts.texts().get("graph.file.missing", file));
        }
        return parts.presets()
                .file(file)
                .orElseThrow(() -> new Misuse(spec, parts.texts().get("cli.file.missing", file)));
    }
}
