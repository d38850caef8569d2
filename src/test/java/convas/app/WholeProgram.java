package convas.app;

import convas.catalog.BuiltinCatalog;
import convas.catalog.UserLibrary;
import convas.cli.CommandLineInterface;
import convas.cli.Console;
import convas.cli.Parts;
import convas.file.FaultLog;
import convas.operator.Catalog;
import convas.operator.ModuleLibrary;
import convas.profiling.ProfilingService;
import convas.text.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as it is called from a shell, in this process, to be called thousands of times: its catalog is made once. */
public final class WholeProgram {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Catalog builtin = BuiltinCatalog.create();
    private final Parts whole = Main.parts(texts);
    private final Pattern log = Pattern.compile("\\S*convas-\\w+\\.log");
    private final Supplier<ProfilingService> profiling;

    /** @param profiling in place of processes that measure */
    public WholeProgram(ProfilingService profiling) {
        this.profiling = () -> profiling;
    }

    public WholeProgram() {
        this.profiling = whole.profiling();
    }

    /**
     * What came of a call.
     *
     * @param fault what nobody expected, with its traces
     */
    public record Ending(int code, String out, String err, Optional<Throwable> fault) {}

    /** @param library the folder of the user's modules */
    public Ending call(Path library, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ModuleLibrary modules = new UserLibrary(library, builtin);
        Supplier<Catalog> catalog = () -> builtin.with(modules.read().modules());
        Parts parts = new Parts(
                texts,
                catalog,
                modules::read,
                whole.presets(),
                whole.training(),
                profiling,
                whole.editor(),
                whole.benchmarks(),
                request -> new convas.app.picture.OwnPictures(catalog, texts).draw(request));
        int code = new CommandLineInterface(parts, new Console(new PrintWriter(out), new PrintWriter(err), false))
                .run(arguments);
        return new Ending(code, out.toString(), err.toString(), fault(err.toString()));
    }

    /** The program keeps of a fault that nobody expected a log, see {@link FaultLog}; or says that memory was too small. */
    private Optional<Throwable> fault(String said) {
        String memory = texts.get("cli.memory", Runtime.getRuntime().maxMemory() >> 20);
        if (said.contains(memory)) {
            return Optional.of(new OutOfMemoryError(memory));
        }
        String start = texts.get("cli.unexpected", "\u0000", "").split("\u0000")[0];
        if (!said.contains(start)) {
            return Optional.empty();
        }
        Matcher file = log.matcher(said);
        try {
            String trace = file.find() ? Files.readString(Path.of(file.group())) : said;
            Files.deleteIfExists(Path.of(file.group()));
            return Optional.of(new IllegalStateException(trace));
        } catch (IOException | IllegalStateException gone) {
            return Optional.of(new IllegalStateException(said));
        }
    }
}
