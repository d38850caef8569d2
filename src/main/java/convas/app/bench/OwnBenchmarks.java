package convas.app.bench;

import convas.cli.bench.Benchmarks;
import convas.cli.bench.Measurement;

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
    public Measurement layout(int nodes) {
        return LayoutBenchmark.measure(nodes);
    }

    @Override
    public Measurement data() {
        return DataBenchmark.measure();
    }
}
