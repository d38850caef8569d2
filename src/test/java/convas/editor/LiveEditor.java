package convas.editor;

import static org.junit.jupiter.api.Assertions.fail;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.catalog.UserLibrary;
import convas.editor.canvas.CanvasView;
import convas.editor.canvas.picture.PortShape;
import convas.editor.document.Document;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.profiling.worker.ProfilerService;
import convas.text.Texts;
import convas.training.EngineInfo;
import convas.training.RunEvent;
import convas.training.RunHandle;
import convas.training.RunRequest;
import convas.training.TrainingService;
import convas.training.worker.WorkerService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window with everything real behind it, and the hands of a person who uses it. */
final class LiveEditor implements AutoCloseable {
    private static final int FOLLOWED = 5;

    private static final int PATIENCE_SECONDS = 60;

    private final FxRobot robot = new FxRobot();
    private final List<RunHandle> runs = new CopyOnWriteArrayList<>();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final Path home;
    private Stage stage;

    private LiveEditor(Path home) {
        this.home = home;
    }

    /**
     * Opens the window.
     *
     * @param home a folder for settings and runs
     * @param remembered settings from an earlier start; as if the tour was seen, unless they say otherwise
     */
    static LiveEditor open(Path home, Optional<Path> file, Map<String, String> remembered) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        LiveEditor editor = new LiveEditor(home);
        Settings settings = new Settings(home.resolve("settings.properties"), Runnable::run);
        settings.set("language", "en");
        settings.set("theme", "light");
        settings.set("tour.seen", "true");
        remembered.forEach(settings::set);
        Catalog catalog = BuiltinCatalog.create();
        TrainingService worker = new WorkerService(
                new Texts(Locale.forLanguageTag(settings.get("language").orElse("en"))));
        Services services = new Services(
                catalog,
                new UserLibrary(home.resolve("modules"), catalog),
                new DesignFormat(),
                new Analyzer(catalog)::analyze,
                presets(),
                new Remembering(worker, editor.runs),
                home.resolve("runs"),
                new ProfilerService(new Texts(Locale.ENGLISH)),
                home.resolve("profiles"),
                home.resolve("recovery"),
                settings);
        onWindowThread(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
                failure.printStackTrace();
                editor.uncaught.add(failure);
            });
            editor.stage = new Stage();
            new Editor(services, address -> {}).show(editor.stage, file);
            return null;
        });
        editor.await("the window", () -> editor.stage.isShowing() && editor.stage.isFocused());
        if (file.isPresent()) {
            editor.awaitDesign();
        }
        return editor;
    }

    /** Trains, and knows the runs that were started or followed. */
    private record Remembering(TrainingService worker, List<RunHandle> runs) implements TrainingService {
        @Override
        public RunHandle start(RunRequest request, Consumer<RunEvent> observer) {
            return kept(worker.start(request, observer));
        }

        @Override
        public RunHandle follow(Path run, Consumer<RunEvent> observer) {
            return kept(worker.follow(run, observer));
        }

        private RunHandle kept(RunHandle handle) {
            runs.add(handle);
            return handle;
        }

        @Override
        public EngineInfo engine() throws IOException {
            return worker.engine();
        }

        @Override
        public List<Path> running(Path folder) throws IOException {
            return worker.running(folder);
        }
    }

    /** Waits until a design is in front, analysed, and its canvas has come to rest. */
    void awaitDesign() {
        await(
                "an analysis",
                () -> canvasIfOpen()
                        .flatMap(canvas -> canvas.document().analysis())
                        .isPresent());
        Point2D corner = onSheet(0, 0);
        for (int still = 0; still < 10; still++) {
            WaitForAsyncUtils.sleep(40, TimeUnit.MILLISECONDS);
            Point2D now = onSheet(0, 0);
            still = now.equals(corner) ? still : 0;
            corner = now;
        }
    }

    private static List<Preset> presets() throws IOException {
        try (Stream<Path> files = Files.list(project("presets"))) {
            return files.sorted()
                    .map(file -> new Preset(
                            file.getFileName().toString().replace(".json", ""), () -> Files.newInputStream(file)))
                    .toList();
        }
    }

    /** A path in the project's folder. */
    static Path project(String first, String... more) {
        return Path.of(System.getProperty("convas.home", ".")).resolve(Path.of(first, more));
    }

    static <T> T onWindowThread(Callable<T> action) {
        try {
            if (Platform.isFxApplicationThread()) {
                return action.call();
            }
            return WaitForAsyncUtils.asyncFx(action).get(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Waits until something is so; looks on the window's thread. */
    void await(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onWindowThread(condition)) {
            if (System.nanoTime() > end) {
                picture(project("target", "ui-failures", what.replaceAll("[^A-Za-z]+", "-") + ".png"));
                fail("Waited " + PATIENCE_SECONDS + " s for " + what);
            }
            WaitForAsyncUtils.sleep(20, TimeUnit.MILLISECONDS);
        }
        // What follows from it is drawn too.
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    /** A node of the window by its CSS selector; fails where there is none. */
    <T extends Node> T find(String selector, Class<T> kind) {
        return kind.cast(findIfThere(selector).orElseThrow(() -> new AssertionError("The window has no " + selector)));
    }

    Optional<Node> findIfThere(String selector) {
        return onWindowThread(() -> Optional.ofNullable(stage.getScene().lookup(selector)));
    }

    /** What a label says. */
    String text(String selector) {
        Label label = find(selector, Label.class);
        return onWindowThread(label::getText);
    }

    CanvasView canvas() {
        return onWindowThread(() -> canvasIfOpen().orElseThrow());
    }

    private Optional<CanvasView> canvasIfOpen() {
        TabPane tabs = (TabPane) stage.getScene().lookup("#design-tabs");
        return tabs == null
                ? Optional.empty()
                : Optional.ofNullable(tabs.getSelectionModel().getSelectedItem())
                        .map(tab -> (CanvasView) tab.getContent().lookup(".convas-canvas"));
    }

    Document document() {
        return canvas().document();
    }

    Scene scene() {
        return stage.getScene();
    }

    Stage stage() {
        return stage;
    }

    FxRobot robot() {
        return robot;
    }

    /** Closing leaves the runs alone that were started up to now. */
    void forgetRuns() {
        runs.clear();
    }

    /** The run that was started last. */
    RunHandle run() {
        return runs.get(runs.size() - 1);
    }

    /** The folders of runs, oldest first. */
    List<Path> runFolders() {
        try (Stream<Path> folders = Files.list(home.resolve("runs"))) {
            return new ArrayList<>(folders.filter(Files::isDirectory).sorted().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The mouse takes a while to come, in which news may move what is clicked: it goes after it, as a hand does. */
    void click(String selector) {
        Node node = find(selector, Node.class);
        robot.moveTo(node);
        WaitForAsyncUtils.waitForFxEvents();
        for (int more = 0; more < FOLLOWED && !isUnderMouse(node); more++) {
            robot.moveTo(node);
            WaitForAsyncUtils.waitForFxEvents();
        }
        robot.clickOn(MouseButton.PRIMARY);
    }

    private boolean isUnderMouse(Node node) {
        return onWindowThread(() -> {
            Robot hand = new Robot();
            return node.localToScreen(node.getLayoutBounds()).contains(hand.getMousePosition());
        });
    }

    void click(Point2D place) {
        robot.clickOn(place, MouseButton.PRIMARY);
    }

    /** Clicks twice at once; two clicks of a busy robot may be too far apart. */
    void doubleClick(Point2D place) {
        robot.moveTo(place);
        onWindowThread(() -> {
            Robot hand = new Robot();
            hand.mouseClick(MouseButton.PRIMARY);
            hand.mouseClick(MouseButton.PRIMARY);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Writes over what a field has, and presses Enter. */
    void fill(String selector, String text) {
        click(selector);
        robot.push(KeyCode.CONTROL, KeyCode.A).write(text).push(KeyCode.ENTER);
    }

    /** Strikes keys together, and lets go at once: a key that is held while the window works would repeat. */
    void shortcut(KeyCode... keys) {
        awaitFocus();
        onWindowThread(() -> {
            Robot hand = new Robot();
            for (KeyCode key : keys) {
                hand.keyPress(key);
            }
            for (int index = keys.length - 1; index >= 0; index--) {
                hand.keyRelease(keys[index]);
            }
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Keys go to the window that has the focus; without a window manager nobody gives it back to one that has lost it. */
    private void awaitFocus() {
        await("a window with the focus", () -> {
            boolean focused = Window.getWindows().stream().anyMatch(Window::isFocused);
            if (!focused) {
                stage.requestFocus();
            }
            return focused;
        });
    }

    /** Moves the mouse from one place of the screen to another with the button held, in steps as a hand does. */
    void drag(Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        Point2D step = to.subtract(from).multiply(1 / 8.0);
        for (int count = 1; count <= 8; count++) {
            robot.moveTo(from.add(step.multiply(count)));
            WaitForAsyncUtils.sleep(20, TimeUnit.MILLISECONDS);
        }
        robot.moveTo(to).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    /** Where the middle of a control is on the screen. */
    Point2D middle(Node node) {
        return onWindowThread(() -> {
            var box = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(box.getCenterX(), box.getCenterY());
        });
    }

    /** Where a place of the sheet is on the screen. */
    Point2D onSheet(double x, double y) {
        CanvasView canvas = canvas();
        return onWindowThread(() -> canvas.screenOf(x, y));
    }

    /** Where a port is on the screen. */
    Point2D port(String node, boolean input, int number) {
        CanvasView canvas = canvas();
        return onWindowThread(() -> {
            PortShape port = canvas.picture()
                    .node(node)
                    .orElseThrow()
                    .port(input, number)
                    .orElseThrow();
            return canvas.screenOf(port.x(), port.y());
        });
    }

    /** Where a node's card is on the screen. */
    Point2D card(String node) {
        CanvasView canvas = canvas();
        return onWindowThread(() -> {
            var card = canvas.picture().node(node).orElseThrow().bounds();
            return canvas.screenOf((card.minX() + card.maxX()) / 2, (card.minY() + card.maxY()) / 2);
        });
    }

    /** Writes the window's content to {@code target/screenshots/NAME.png}. */
    void screenshot(String name) {
        robot.moveTo(new Point2D(stage.getX() + 700, stage.getY() + 52));
        WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
        picture(project("target", "screenshots", name + ".png"));
    }

    private void picture(Path file) {
        WritableImage image = onWindowThread(() -> stage.getScene().snapshot(null));
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        runs.stream().filter(RunHandle::isRunning).forEach(RunHandle::kill);
        onWindowThread(() -> {
            stage.hide();
            return null;
        });
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        // What nobody caught, a person sees as a window that does nothing, or half of it.
        if (!uncaught.isEmpty()) {
            throw new AssertionError("Nobody caught " + uncaught.get(0), uncaught.get(0));
        }
    }
}
