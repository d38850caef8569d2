package convas.app;

import convas.catalog.BuiltinCatalog;
import convas.cli.CommandLineInterface;
import convas.cli.Console;
import convas.cli.Parts;
import convas.text.Texts;
import convas.training.WorkerService;
import java.util.Locale;

/** The program. What a command does not need is never loaded: neither the window nor the engine. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Texts texts = new Texts(Locale.getDefault());
        System.exit(new CommandLineInterface(parts(texts), Console.system()).run(arguments));
    }

    /** @param texts in the user's language */
    static Parts parts(Texts texts) {
        return new Parts(
                texts,
                BuiltinCatalog::create,
                new PresetFiles(),
                () -> new WorkerService(texts),
                new DesktopLauncher());
    }
}
