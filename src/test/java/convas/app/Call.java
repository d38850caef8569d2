package convas.app;

import convas.cli.CommandLineInterface;
import convas.cli.Console;
import convas.cli.EditorLauncher;
import convas.cli.Parts;
import convas.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One call of the program and what came of it.
 *
 * @param opened the file that the window was asked to show
 */
record Call(int code, String out, String err, Optional<Path> opened) {
    static Call of(String... arguments) {
        return in(Locale.ENGLISH, arguments);
    }

    static Call in(Locale locale, String... arguments) {
        Path[] opened = new Path[1];
        EditorLauncher window = file -> {
            opened[0] = file.orElse(Path.of(""));
            return Optional.empty();
        };
        return with(window, locale, opened, arguments);
    }

    /** A call on a machine where the window meets an obstacle. */
    static Call without(EditorLauncher.Obstacle obstacle, String... arguments) {
        return with(file -> Optional.of(obstacle), Locale.ENGLISH, new Path[1], arguments);
    }

    private static Call with(EditorLauncher window, Locale locale, Path[] opened, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Parts whole = Main.parts(new Texts(locale));
        Parts parts = new Parts(
                whole.texts(),
                whole.catalog(),
                whole.library(),
                whole.presets(),
                whole.training(),
                whole.profiling(),
                window,
                whole.benchmarks(),
                whole.pictures());
        int code = new CommandLineInterface(parts, new Console(new PrintWriter(out), new PrintWriter(err), false))
                .run(arguments);
        return new Call(code, out.toString(), err.toString(), Optional.ofNullable(opened[0]));
    }

    List<String> outLines() {
        return out.lines().toList();
    }
}
