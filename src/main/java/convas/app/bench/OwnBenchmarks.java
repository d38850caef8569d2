package convas.app.bench;

import convas.cli.bench.Benchmarks;
import convas.cli.bench.Measurement;
import java.util.List;

/** The program's measurements of itself. Names each only by its class, so that asking for one loads no other. */
public final class OwnBenchmarks implements Benchmarks {
    @Override
    public Class<?> analysis() {
        return AnalysisBenchmark.class;
    }

    @Override
    public Measurement canvas(int nodes) {
        return CanvasBenchmark.measure(nodes);
    }

    @Override
    public Measurement window() {
        return WindowBenchmark.measure();
    }

    @Override
    public Measurement layout(int nodes) {
        return LayoutBenchmark.measure(nodes);
    }

    @Override
    public Measurement data() {
        return DataBenchmark.measure();
    }

    @Override
    public List<String> networks() {
        return TrainingBenchmark.NETWORKS;
    }

    @Override
    public Measurement training(List<String> networks, int threads, int steps) {
        return TrainingBenchmark.measure(networks, threads, steps);
    }
}
