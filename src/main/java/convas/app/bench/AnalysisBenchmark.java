package convas.app.bench;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How quick the analysis is: a whole network from its file's text, a very large design, one edit. JMH runs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AnalysisBenchmark {
    private static final int LARGE = 10_000;

    private final DesignFormat format = new DesignFormat();
    private Analyzer analyzer;
    private byte[] network;
    private Design ghostnet;
    private Design large;
    private int edited;
    private long channels = 100;

    /** Reads GhostNet, makes the large design, and finds a node to edit in the middle of GhostNet. */
    @Setup
    public void prepare() throws IOException {
        analyzer = new Analyzer(BuiltinCatalog.create());
        try (InputStream file = AnalysisBenchmark.class.getResourceAsStream("/presets/ghostnet.json")) {
            network = file.readAllBytes();
        }
        ghostnet = format.read(network).value().orElseThrow();
        large = GeneratedDesign.of(LARGE);
        List<Node> nodes = ghostnet.graph().nodes();
        edited = nodes.size() / 2;
        while (!nodes.get(edited).type().equals("GhostBottleneck")) {
            edited++;
        }
    }

    /** GhostNet 1.0 from the text of its file to the full report. */
    @Benchmark
    public Analysis ghostnetFromJson() {
        return analyzer.analyze(format.read(network).value().orElseThrow());
    }

    /** A design of 10,000 nodes. */
    @Benchmark
    public Analysis tenThousandNodes() {
        return analyzer.analyze(large);
    }

    /** Every edit asks for a number of channels that was not asked for before, in the middle of the network. */
    @Benchmark
    public Analysis ghostnetAfterOneEdit() {
        List<Node> changed = new ArrayList<>(ghostnet.graph().nodes());
        changed.set(edited, changed.get(edited).withParam("hidden_channels", Value.of(channels++)));
        Graph graph = new Graph(changed, ghostnet.graph().edges());
        return analyzer.analyze(ghostnet.withSheet(ghostnet.sheet().withGraph(graph)));
    }
}
