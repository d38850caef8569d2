package convas.app.bench;

import convas.cli.bench.Measurement;
import convas.cli.bench.Measurement.Series;
import convas.editor.canvas.layout.AutoLayout;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.graph.Design;
import convas.graph.Flow;
import convas.graph.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** How long the automatic layout of a generated design takes, and how soon it ends when nobody wants it any more. */
final class LayoutBenchmark {
    private static final int RUNS = 5;
    /** In each run, spread evenly over the whole length of a layout. */
    private static final int CANCELS = 6;

    private LayoutBenchmark() {}

    static Measurement measure(int nodes) {
        Design design = GeneratedDesign.of(nodes);
        OpenSheet sheet = new OpenSheet(Place.DESIGN, design.sheet(), Optional.empty(), Optional.empty());
        // As the window does in the background when a canvas opens.
        long warming = System.nanoTime();
        AutoLayout.warmUp(() -> false);
        double warm = millis(warming);
        long before = System.nanoTime();
        layOut(sheet);
        double first = millis(before);
        double[] whole = new double[RUNS];
        double[] cancelled = new double[RUNS * CANCELS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            layOut(sheet);
            whole[run] = millis(start);
            for (int cancel = 0; cancel < CANCELS; cancel++) {
                // Each run has other places, so that together they come close to every part.
                double place = (cancel * RUNS + run + 0.5) / cancelled.length;
                cancelled[run * CANCELS + cancel] = cancel(sheet, whole[run] * place);
            }
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("nodes", nodes);
        facts.put("warm_up_ms", Math.round(warm));
        facts.put("first_ms", Math.round(first));
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        return new Measurement("layout", facts, List.of(Series.of("layout", whole), Series.of("cancel", cancelled)));
    }

    private static void layOut(OpenSheet sheet) {
        AutoLayout.of(
                sheet,
                sheet.sheet().graph().nodes(),
                Flow.RIGHT,
                node -> new Point(NodeShape.WIDTH, NodeShape.HEIGHT),
                () -> Thread.currentThread().isInterrupted());
    }

    /** From the interruption, {@code after} milliseconds into the layout, to the end of its thread. */
    private static double cancel(OpenSheet sheet, double after) {
        Thread thread = new Thread(
                () -> {
                    try {
                        layOut(sheet);
                    } catch (CancellationException wanted) {
                        return;
                    }
                },
                "layout");
        try {
            thread.start();
            Thread.sleep(Math.round(after));
            long asked = System.nanoTime();
            thread.interrupt();
            thread.join();
            return millis(asked);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
