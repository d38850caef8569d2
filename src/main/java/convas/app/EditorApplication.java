package convas.app;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.editor.Editor;
import convas.editor.Preset;
import convas.editor.Services;
import convas.editor.Settings;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.operator.ModuleLibrary;
import convas.profiling.ProfileFolder;
import convas.profiling.worker.ProfilerService;
import convas.text.Texts;
import convas.training.worker.WorkerService;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.stage.Stage;

/** The window with everything behind it. JavaFX makes it, so it takes nothing from anybody. */
public final class EditorApplication extends Application {
    private ExecutorService settingsWriter;

    @Override
    public void start(Stage stage) {
        settingsWriter = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "settings");
            thread.setDaemon(true);
            return thread;
        });
        Catalog catalog = BuiltinCatalog.create();
        ModuleLibrary library = Main.library(catalog);
        Analyzer analyzer = new Analyzer(catalog);
        Texts texts = new Texts(Locale.getDefault());
        UnaryOperator<Design> completion = design -> library.read().completed(design);
        Services services = new Services(
                catalog,
                library,
                new DesignFormat(),
                analyzer::analyze,
                presets(),
                new WorkerService(texts, completion, List.of()),
                Path.of(System.getProperty("user.home"), "Convas", "runs"),
                new ProfilerService(texts, completion, List.of()),
                ProfileFolder.ofUser(),
                settingsFolder().resolve("recovery"),
                new Settings(settingsFolder().resolve("settings.properties"), settingsWriter));
        Optional<Path> file = getParameters().getRaw().stream().map(Path::of).findFirst();
        new Editor(services, address -> getHostServices().showDocument(address)).show(stage, file);
    }

    @Override
    public void stop() {
        settingsWriter.shutdown();
        try {
            // What the window set last is to be there at the next start.
            settingsWriter.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException cutShort) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Preset> presets() {
        PresetFiles files = new PresetFiles();
        return files.names().stream()
                .map(name ->
                        new Preset(name, () -> files.open(name).orElseThrow(() -> new FileNotFoundException(name))))
                .toList();
    }

    /** Where this system keeps what programs remember. */
    private static Path settingsFolder() {
        String home = System.getProperty("user.home");
        if (System.getProperty("os.name").startsWith("Windows") && System.getenv("APPDATA") != null) {
            return Path.of(System.getenv("APPDATA"), "Convas");
        }
        String configuration = System.getenv("XDG_CONFIG_HOME");
        return configuration == null || configuration.isBlank()
                ? Path.of(home, ".config", "convas")
                : Path.of(configuration, "convas");
    }
}
