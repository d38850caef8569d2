package convas.app;

import convas.app.bench.OwnBenchmarks;
import convas.app.picture.OwnPictures;
import convas.catalog.BuiltinCatalog;
import convas.catalog.UserLibrary;
import convas.cli.CommandLineInterface;
import convas.cli.Console;
import convas.cli.Parts;
import convas.graph.Design;
import convas.operator.Catalog;
import convas.operator.ModuleLibrary;
import convas.profiling.worker.ProfilerService;
import convas.text.Texts;
import convas.training.worker.WorkerService;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The program. What a command does not need is never loaded: neither the window nor the engine. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // AWT draws pictures into files here, and never shows anything.
        System.setProperty("java.awt.headless", "true");
        Texts texts = new Texts(Locale.getDefault());
        System.exit(new CommandLineInterface(parts(texts), Console.system()).run(arguments));
    }

    /** @param texts in the user's language */
    static Parts parts(Texts texts) {
        Supplier<Catalog> catalog = () -> {
            Catalog builtin = BuiltinCatalog.create();
            return builtin.with(library(builtin).read().modules());
        };
        return new Parts(
                texts,
                catalog,
                () -> library(BuiltinCatalog.create()).read(),
                new PresetFiles(),
                () -> new WorkerService(texts, Main::completed, List.of()),
                () -> new ProfilerService(texts, Main::completed, List.of()),
                new DesktopLauncher(),
                new OwnBenchmarks(),
                request -> new OwnPictures(catalog, texts).draw(request));
    }

    /** With the modules of the user's library that it uses among its own. */
    private static Design completed(Design design) {
        return library(BuiltinCatalog.create()).read().completed(design);
    }

    static ModuleLibrary library(Catalog builtin) {
        return new UserLibrary(LibraryFolder.here(), builtin);
    }
}
