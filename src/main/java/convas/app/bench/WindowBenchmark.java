package convas.app.bench;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.catalog.UserLibrary;
import convas.cli.bench.Measurement;
import convas.cli.bench.Measurement.Series;
import convas.editor.Editor;
import convas.editor.Services;
import convas.editor.Settings;
import convas.editor.canvas.CanvasView;
import convas.editor.document.Document;
import convas.file.AtomicFile;
import convas.file.ScratchFolder;
import convas.graph.Design;
import convas.graph.Value;
import convas.graph.Variable;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.profiling.worker.ProfilerService;
import convas.text.Texts;
import convas.training.worker.WorkerService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * What an analysis costs the window: the whole window with GhostNet in it, nothing selected, and its variable
 * {@code width} changed again and again. Processor time of the window's thread alone, with the frames and the results of
 * background work that follow; what the same frames take while nothing happens is taken off.
 */
final class WindowBenchmark {
    private static final String PRESET = "ghostnet";
    private static final String VARIABLE = "width";
    private static final int WARM_UP = 40;
    private static final int COUNT = 60;
    /** By then the advice, the figures and the pictures that follow from an analysis are there. */
    private static final int FRAMES = 8;

    private final List<Series> series = new ArrayList<>();
    private final CompletableFuture<Measurement> result;
    private final Path home;
    private final Stage stage = new Stage();
    private final Analyzer analyzer;
    private final Catalog catalog;

    private WindowBenchmark(Path home, CompletableFuture<Measurement> result) {
        this.home = home;
        this.result = result;
        this.catalog = BuiltinCatalog.create();
        this.analyzer = new Analyzer(catalog);
    }

    static Measurement measure() {
        System.setProperty("prism.order", "sw");
        CompletableFuture<Measurement> result = new CompletableFuture<>();
        try (ScratchFolder home = new ScratchFolder("convas-bench")) {
            Platform.startup(() -> {
                try {
                    new WindowBenchmark(home.path(), result).start();
                } catch (IOException | RuntimeException broken) {
                    result.completeExceptionally(broken);
                }
            });
            return result.join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (UnsupportedOperationException | LinkageError noScreen) {
            throw new IllegalStateException(noScreen.getMessage(), noScreen);
        } finally {
            Platform.exit();
        }
    }

    private void start() throws IOException {
        Path file = home.resolve(PRESET + ".json");
        try (InputStream design = WindowBenchmark.class.getResourceAsStream("/presets/" + PRESET + ".json")) {
            new AtomicFile().write(file, design::transferTo);
        }
        Settings settings = new Settings(home.resolve("settings.properties"), Runnable::run);
        settings.set("language", "en");
        settings.set("theme", "light");
        settings.set("tour.seen", "true");
        Texts texts = new Texts(Locale.ENGLISH);
        Services services = new Services(
                catalog,
                new UserLibrary(home.resolve("modules"), catalog),
                new DesignFormat(),
                analyzer::analyze,
                List.of(),
                new WorkerService(texts),
                home.resolve("runs"),
                new ProfilerService(texts),
                home.resolve("profiles"),
                home.resolve("recovery"),
                settings);
        new Editor(services, address -> {}).show(stage, Optional.of(file));
        whenOpen();
    }

    private void whenOpen() {
        if (stage.getScene() != null
                && stage.getScene().lookup("#canvas") instanceof CanvasView canvas
                && canvas.document().analysis().isPresent()) {
            afterFrames(2 * FRAMES, () -> begin(canvas.document()));
        } else {
            afterFrames(1, this::whenOpen);
        }
    }

    private void begin(Document document) {
        Design one = document.design();
        Analysis narrow = analyzer.analyze(with(one, 0.5));
        Analysis wide = analyzer.analyze(with(one, 1.3));
        measure("idle", 0, round -> {}, idle -> {
            measure(
                    "an analysis",
                    idle,
                    round -> document.setAnalysis(round % 2 == 0 ? narrow : wide),
                    analysis -> measure(
                            "an edit and its analysis",
                            idle,
                            round -> document.apply("editor.edit.variable", design -> with(design, width(round))),
                            edit -> finish()));
        });
    }

    /** Two steps of the slider never come to the same. */
    private static double width(int round) {
        return 0.5 + 0.05 * Math.floorMod(round, 10);
    }

    private static Design with(Design design, double width) {
        Map<String, Variable> changed = new LinkedHashMap<>(design.variables());
        changed.computeIfPresent(VARIABLE, (name, variable) -> variable.withValue(Value.of(width)));
        return design.withVariables(changed);
    }

    /**
     * Does something {@value #COUNT} times, each after all that follows from the last is done.
     *
     * @param off milliseconds that each would take anyhow
     * @param then gets the median, in milliseconds
     */
    private void measure(String name, double off, IntConsumer action, java.util.function.DoubleConsumer then) {
        double[] at = new double[COUNT];
        double[] all = new double[COUNT];
        step(name, off, action, -WARM_UP, new double[][] {at, all}, () -> {
            series.add(Series.of(name, all));
            if (off > 0) {
                series.add(Series.of(name + " (the panels alone)", at));
            }
            then.accept(Series.of(name, all).median());
        });
    }

    private void step(String name, double off, IntConsumer action, int round, double[][] times, Runnable then) {
        if (round == COUNT) {
            then.run();
            return;
        }
        long before = used();
        action.accept(round);
        long told = used();
        afterFrames(FRAMES, () -> {
            if (round >= 0) {
                times[0][round] = (told - before) / 1e6;
                times[1][round] = Math.max(0, (used() - before) / 1e6 - off);
            }
            step(name, off, action, round + 1, times, then);
        });
    }

    private static long used() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void afterFrames(int wanted, Runnable action) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames > wanted) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }

    private void finish() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("design", PRESET);
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        stage.hide();
        result.complete(new Measurement("window", facts, series));
    }
}
