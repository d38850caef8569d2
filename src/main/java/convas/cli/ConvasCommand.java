package convas.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
        return obstacle.isEmpty() ? ExitCode.FINE : ExitCode.USAGE;
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
