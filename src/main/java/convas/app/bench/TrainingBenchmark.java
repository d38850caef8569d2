package convas.app.bench;

import convas.analysis.Analyzer;
import convas.analysis.Program;
import convas.catalog.BuiltinCatalog;
import convas.cli.bench.Measurement;
import convas.cli.bench.Measurement.Series;
import convas.engine.EngineStartup;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.training.djl.StepBenchmark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How quick a step of training is for five small networks: batch 64, images of 32 by 32, AdamW. The same networks in
 * PyTorch are in {@code src/test/python/bench_training.py}, which runs both in turn.
 */
final class TrainingBenchmark {
    static final List<String> NETWORKS =
            List.of("small-cnn", "small-ghost", "small-shuffle", "small-cbam", "small-mobile");
    /** Until Java has compiled what a step needs and the allocator has its memory. */
    private static final int WARM_UP = 20;

    private TrainingBenchmark() {}

    static Measurement measure(List<String> networks, int threads, int steps) {
        EngineStartup.apply();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("threads", threads);
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        List<Series> series = new ArrayList<>();
        for (String network : networks) {
            Design design = design(network);
            Program program = new Analyzer(BuiltinCatalog.create())
                    .analyze(design)
                    .program()
                    .orElseThrow();
            StepBenchmark.Steps found = StepBenchmark.measure(design, program, threads, WARM_UP, steps);
            Series step = Series.of(network + " step", found.wall());
            facts.put(network + "_params", found.parameters());
            facts.put(network + "_images_per_second", rounded(1000 * found.batch() / step.median(), 10));
            facts.put(network + "_cpu_ms", rounded(found.cpu(), 100));
            series.add(step);
            found.parts().forEach((part, times) -> series.add(Series.of(network + " " + part, times)));
        }
        return new Measurement("training", facts, series);
    }

    private static double rounded(double value, int parts) {
        return Math.rint(value * parts) / parts;
    }

    private static Design design(String network) {
        try (InputStream file = TrainingBenchmark.class.getResourceAsStream(network + ".json")) {
            return new DesignFormat().read(file.readAllBytes()).value().orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
