package convas.cli;

import convas.export.report.OperatorDocs;
import convas.file.AtomicFile;
import convas.file.FileReason;
import convas.operator.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the operators' reference pages into a folder; for who works on the program, so the help does not list it. */
@Command(mixinStandardHelpOptions = true, hidden = true)
final class DocsCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "FOLDER", descriptionKey = "docs")
    private Path folder;

    DocsCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> files = new OperatorDocs(builtin()).files();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            try {
                Files.createDirectories(path.getParent());
                new AtomicFile().write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
            } catch (IOException unwritable) {
                console.err()
                        .println(parts.texts()
                                .get("cli.docs.unwritable", path, FileReason.of(unwritable, parts.texts())));
                return ExitCode.ERRORS;
            }
        }
        console.out().println(parts.texts().get("cli.docs.written", files.size(), folder));
        return ExitCode.FINE;
    }

    /** What comes with the program, without the user's own modules; none of those has a name that is taken. */
    private Catalog builtin() {
        Set<String> own = parts.library().get().files().keySet();
        return new Catalog(parts.catalog().get().all().stream()
                .filter(type -> !own.contains(type.type()))
                .toList());
    }
}
