package convas.editor.canvas;

import convas.catalog.BuiltinCatalog;
import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.editor.task.Tasks;
import convas.editor.task.UiThread;
import convas.text.Texts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * How quick the canvas is: prints, for several sizes and zooms, the median and 95th percentile of the time from frame to
 * frame, and of the processor time that JavaFX's threads used for it, while the view is panned or zoomed. Start with {@code -Dprism.order=sw -Djavafx.animation.fullspeed=true}, so
 * that frames follow each other as quickly as they can be made.
 */
public final class CanvasBench extends Application {
    private static final int FRAMES = 120;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Not the application class itself: that would want JavaFX on the module path. */
    public static final class Launcher {
        private Launcher() {}

        public static void main(String[] args) {
            Application.launch(CanvasBench.class, args);
        }
    }

    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        size(List.of(1_000, 10_000), 0);
    }

    private void size(List<Integer> sizes, int index) {
        if (index == sizes.size()) {
            Platform.exit();
            return;
        }
        long started = System.nanoTime();
        Document document = new Document(BuiltinCatalog.create(), Samples.large(sizes.get(index)), Optional.empty());
        CanvasView view = new CanvasView(
                document, CanvasTheme.light(), new Texts(Locale.ENGLISH), Tasks.threaded(UiThread.javafx()));
        stage.setScene(new Scene(view, 1600, 900));
        stage.show();
        System.out.printf("%d nodes: shown after %.0f ms%n", sizes.get(index), (System.nanoTime() - started) / 1e6);
        List<Double> zooms = List.of(0.0, 0.1, 0.3, 0.5, 1.0, 2.0);
        zoom(view, zooms, 0, () -> sweep(view, () -> dragged(view, () -> size(sizes, index + 1))));
    }

    private void zoom(CanvasView view, List<Double> zooms, int index, Runnable done) {
        if (index == zooms.size()) {
            done.run();
            return;
        }
        if (zooms.get(index) == 0) {
            view.fit();
        } else {
            view.zoomTo(zooms.get(index));
        }
        double x = view.visible().centerX();
        double y = view.visible().centerY();
        String name =
                String.format(Locale.ROOT, "pan at %.2f", view.zoomProperty().get());
        frames(
                name,
                frame -> {
                    double step = 8 / view.zoomProperty().get();
                    view.centerOn(x + frame * step, y + frame * step / 3);
                },
                () -> zoom(view, zooms, index + 1, done));
    }

    private void sweep(CanvasView view, Runnable done) {
        frames("zoom sweep", frame -> view.zoomTo(0.05 * Math.pow(40, frame / (double) FRAMES)), done);
    }

    /** Every frame one edit of fifty nodes: the price of a document that changes. */
    private void dragged(CanvasView view, Runnable done) {
        view.fit();
        List<String> ids =
                IntStream.range(0, 50).mapToObj(number -> "n" + number).toList();
        view.document().select(Selection.ofNodes(ids));
        frames(
                "edit of 50 nodes",
                frame -> view.document()
                        .applyMerging(
                                "bench",
                                view.document()
                                        .intents()
                                        .place(MoveGesture.moved(view.picture(), Set.copyOf(ids), 3, 2))),
                done);
    }

    private static void frames(String name, IntConsumer action, Runnable done) {
        double[] millis = new double[FRAMES];
        double[] busy = new double[FRAMES];
        new AnimationTimer() {
            private int frame = -10;
            private long last;
            private long lastUsed;

            @Override
            public void handle(long now) {
                long here = System.nanoTime();
                long used = used();
                if (frame >= 0) {
                    millis[frame] = (here - last) / 1e6;
                    busy[frame] = (used - lastUsed) / 1e6;
                }
                last = here;
                lastUsed = used;
                frame++;
                if (frame == FRAMES) {
                    stop();
                    Arrays.sort(millis);
                    Arrays.sort(busy);
                    System.out.printf(
                            Locale.ROOT,
                            "  %-18s frame to frame: median %6.2f ms, p95 %6.2f ms; processor: median %6.2f, p95 %6.2f ms%n",
                            name,
                            millis[FRAMES / 2],
                            millis[FRAMES * 95 / 100],
                            busy[FRAMES / 2],
                            busy[FRAMES * 95 / 100]);
                    done.run();
                } else {
                    action.accept(Math.max(0, frame));
                }
            }
        }.start();
    }

    /** Processor time of JavaFX's two threads; unlike the clock, it does not count what other programs take. */
    private static long used() {
        long sum = 0;
        for (long id : THREADS.getAllThreadIds()) {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info != null
                    && (info.getThreadName().startsWith("JavaFX Application")
                            || info.getThreadName().startsWith("QuantumRenderer"))) {
                sum += THREADS.getThreadCpuTime(id);
            }
        }
        return sum;
    }
}
