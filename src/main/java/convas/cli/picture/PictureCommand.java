package convas.cli.picture;

import convas.cli.CheckedDesign;
import convas.cli.Console;
import convas.cli.DesignArgument;
import convas.cli.ExitCode;
import convas.cli.JsonOutput;
import convas.cli.Misuse;
import convas.cli.Parts;
import convas.file.AtomicFile;
import convas.file.FileReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws a design, or the body of one of its modules, into a file. */
@Command(mixinStandardHelpOptions = true)
public final class PictureCommand implements Callable<Integer> {
    /** The ground it is drawn on. */
    enum Ground {
        LIGHT,
        DARK
    }

    private static final List<String> ENDINGS = List.of("svg", "pdf", "png");
    private static final double MOST_SCALE = 100;

    private final Parts parts;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DesignArgument argument;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            descriptionKey = "pictureOutput")
    private Path output;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "LIGHT", descriptionKey = "pictureTheme")
    private Ground theme;

    @Option(names = "--module", paramLabel = "PATH", defaultValue = "", descriptionKey = "pictureModule")
    private String module;

    @Option(names = "--scale", paramLabel = "N", defaultValue = "1", descriptionKey = "pictureScale")
    private double scale;

    @Option(names = "--no-shapes", descriptionKey = "pictureNoShapes")
    private boolean noShapes;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    public PictureCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        String name = String.valueOf(output.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ENDINGS.contains(ending)) {
            throw new Misuse(spec, parts.texts().get("cli.picture.ending", output, String.join(", ", ENDINGS)));
        } else if (!(scale > 0 && scale <= MOST_SCALE)) {
            throw new Misuse(spec, parts.texts().get("cli.picture.scale", MOST_SCALE, scale));
        }
        CheckedDesign checked = argument.check(parts);
        console.problems(console.err(), parts.texts(), checked.name(), checked.diagnostics());
        if (checked.design().isEmpty()) {
            return ExitCode.ERRORS;
        }
        Pictures.Request request = new Pictures.Request(
                checked.design().get(), checked.analysis(), ending, module, theme == Ground.DARK, scale, !noShapes);
        try {
            byte[] picture = parts.pictures().draw(request);
            new AtomicFile().write(output, picture);
            say(picture.length);
        } catch (Pictures.Refused refused) {
            return failed(refused.getMessage());
        } catch (IOException unwritable) {
            return failed(
                    parts.texts().get("cli.picture.unwritable", output, FileReason.of(unwritable, parts.texts())));
        }
        return checked.hasErrors() ? ExitCode.ERRORS : ExitCode.FINE;
    }

    private int failed(String sentence) {
        console.err().println(sentence);
        console.err().flush();
        return ExitCode.ERRORS;
    }

    private void say(int bytes) {
        if (json) {
            JsonOutput.print(console.out(), true, out -> {
                out.writeStartObject();
                out.writeStringField("output", output.toString());
                out.writeNumberField("bytes", bytes);
                out.writeEndObject();
            });
            return;
        }
        console.out().println(parts.texts().get("cli.picture.written", output, bytes));
        console.out().flush();
    }
}
