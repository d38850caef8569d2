package convas.app.bench;

import convas.catalog.BuiltinCatalog;
import convas.cli.bench.Measurement;
import convas.cli.bench.Measurement.Series;
import convas.editor.canvas.CanvasView;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.picture.Bounds;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.editor.task.Tasks;
import convas.editor.task.UiThread;
import convas.file.ScratchFolder;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/**
 * How quick the canvas is with a generated design in a view of 1600 by 900, painted in software: panning at several
 * zooms, a sweep through all zooms, a drag of fifty nodes, an edit of fifty nodes a frame.
 */
final class CanvasBenchmark {
    private static final int DRAGGED = 50;

    private final List<Series> series = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final CompletableFuture<Measurement> result;
    private final int nodes;
    private CanvasView view;

    private CanvasBenchmark(int nodes, CompletableFuture<Measurement> result) {
        this.nodes = nodes;
        this.result = result;
    }

    static Measurement measure(int nodes) {
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.animation.fullspeed", "true");
        CompletableFuture<Measurement> result = new CompletableFuture<>();
        try {
            Platform.startup(() -> {
                try {
                    new CanvasBenchmark(nodes, result).start(new Stage());
                } catch (IOException | RuntimeException broken) {
                    result.completeExceptionally(broken);
                }
            });
            return result.join();
        } catch (UnsupportedOperationException | LinkageError noScreen) {
            throw new IllegalStateException(noScreen.getMessage(), noScreen);
        } finally {
            Platform.exit();
        }
    }

    private void start(Stage stage) throws IOException {
        ScratchFolder scratch = new ScratchFolder("convas-bench");
        Path file = scratch.path().resolve("bench.json");
        DesignFormat format = new DesignFormat();
        format.save(GeneratedDesign.of(nodes), file);
        facts.put("nodes", nodes);
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        long start = System.nanoTime();
        Document document =
                new Document(BuiltinCatalog.create(), format.read(file).value().orElseThrow(), Optional.empty());
        view = new CanvasView(
                document, CanvasTheme.light(), new Texts(Locale.ENGLISH), Tasks.threaded(UiThread.javafx()));
        scratch.close();
        stage.setScene(new Scene(view, 1600, 900));
        stage.show();
        Frames.afterNext(() -> {
            facts.put("open_to_first_picture_ms", Math.round((System.nanoTime() - start) / 1e6));
            pan(List.of(0.0, 0.1, 0.3, 0.5, 1.0, 2.0), 0);
        });
    }

    private void measureFrames(String name, IntConsumer action, Runnable then) {
        Frames.measure(action, times -> {
            series.add(Series.of(name, times.work()));
            series.add(Series.of(name + " (render thread)", times.render()));
            series.add(Series.of(name + " (frame to frame)", times.interval()));
            then.run();
        });
    }

    /** @param zooms 0 is the whole sheet */
    private void pan(List<Double> zooms, int index) {
        if (index == zooms.size()) {
            measureFrames(
                    "zoom sweep", frame -> view.zoomTo(0.05 * Math.pow(40, frame / (double) Frames.COUNT)), this::drag);
            return;
        }
        if (zooms.get(index) == 0) {
            view.fit();
        } else {
            view.zoomTo(zooms.get(index));
        }
        double x = view.visible().centerX();
        double y = view.visible().centerY();
        String at = zooms.get(index) == 0 ? "pan, whole sheet" : "pan at " + zooms.get(index);
        measureFrames(
                at,
                frame -> {
                    double step = 8 / view.zoomProperty().get();
                    view.centerOn(x + frame * step, y + frame * step / 3);
                },
                () -> pan(zooms, index + 1));
    }

    /** The fifty nodes in the middle, with the mouse: at actual size, then with the whole sheet in sight. */
    private void drag() {
        view.zoomTo(1);
        List<String> ids = inTheMiddle();
        dragAt("drag of 50 nodes at 1.0", ids, () -> {
            view.fit();
            dragAt("drag of 50 nodes, whole sheet", ids, () -> edit(ids));
        });
    }

    private List<String> inTheMiddle() {
        int first = Math.max(0, view.picture().nodes().size() / 2 - DRAGGED / 2);
        return IntStream.range(
                        first, Math.min(first + DRAGGED, view.picture().nodes().size()))
                .mapToObj(index -> view.picture().nodes().get(index).id())
                .toList();
    }

    private void dragAt(String name, List<String> ids, Runnable then) {
        view.document().select(Selection.ofNodes(ids));
        view.ensureVisible(ids.get(0));
        Bounds card = view.picture().node(ids.get(0)).orElseThrow().bounds();
        Point2D from = view.screenToLocal(view.screenOf(card.centerX(), card.centerY()));
        mouse(MouseEvent.MOUSE_PRESSED, from);
        measureFrames(name, frame -> mouse(MouseEvent.MOUSE_DRAGGED, from.add(5 + frame * 2.0, 5 + frame)), () -> {
            mouse(MouseEvent.MOUSE_RELEASED, from.add(300, 150));
            view.document().undo();
            then.run();
        });
    }

    private void mouse(EventType<MouseEvent> kind, Point2D at) {
        Point2D screen = view.localToScreen(at);
        Event.fireEvent(
                view,
                new MouseEvent(
                        kind,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    /** A document that changes with every frame. */
    private void edit(List<String> ids) {
        measureFrames(
                "edit of 50 nodes, whole sheet",
                frame -> view.document()
                        .applyMerging("bench", view.document().intents().place(view.movedBy(ids, 3, 2))),
                () -> collect(3));
    }

    /** A collection is skipped while a frame is being handed to the screen: tried again when all is still. */
    private void collect(int times) {
        System.gc();
        if (times > 1) {
            Frames.afterNext(() -> collect(times - 1));
        } else {
            finish();
        }
    }

    private void finish() {
        Runtime runtime = Runtime.getRuntime();
        facts.put("heap_after_collection_mb", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        Memory.residentMegabytes().ifPresent(resident -> facts.put("resident_mb", resident));
        result.complete(new Measurement("canvas", facts, series));
    }
}
