package convas.cli.bench;

import convas.analysis.Analyzer;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How quick the analysis is: a whole network from its file's text, a very large design, one edit. */
public final class AnalysisBenchmark {
    private static final int LARGE = 10_000;

    private final Catalog catalog;
    private final byte[] network;

    /** @param network a design file with a node {@code GhostBottleneck} to edit: GhostNet */
    public AnalysisBenchmark(Catalog catalog, byte[] network) {
        this.catalog = catalog;
        this.network = network.clone();
    }

    /** All timings, one after the other. */
    public List<Timing> run() {
        return List.of(reading(), large(), edit());
    }

    private Timing reading() {
        Analyzer analyzer = new Analyzer(catalog);
        DesignFormat format = new DesignFormat();
        return Timing.of(
                "ghostnet: JSON text to report",
                10,
                () -> analyzer.analyze(format.read(network).value().orElseThrow()));
    }

    private Timing large() {
        Analyzer analyzer = new Analyzer(catalog);
        Design design = design();
        return Timing.of(LARGE + " nodes", 100, () -> analyzer.analyze(design));
    }

    /** Convolution, normalisation, activation and a sum with what came before, again and again. */
    private static Design design() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(new Node("image", "Input", Map.of("shape", Value.of(Value.of(16), Value.of(32), Value.of(32)))));
        Map<String, Value> convolution =
                Map.of("out_channels", Value.of(16), "kernel_size", Value.of(3), "padding", Value.of(1));
        String before = "image";
        for (int block = 0; nodes.size() + 4 < LARGE; block++) {
            List<Node> made = List.of(
                    new Node("conv" + block, "Conv2d", convolution),
                    new Node("bn" + block, "BatchNorm2d", Map.of()),
                    new Node("relu" + block, "ReLU", Map.of()),
                    new Node("add" + block, "Add", Map.of()));
            nodes.addAll(made);
            edges.add(Edge.of(before, made.get(0).id()));
            edges.add(Edge.of(made.get(0).id(), made.get(1).id()));
            edges.add(Edge.of(made.get(1).id(), made.get(2).id()));
            edges.add(Edge.of(made.get(2).id(), made.get(3).id() + ":0"));
            edges.add(Edge.of(before, made.get(3).id() + ":1"));
            before = made.get(3).id();
        }
        while (nodes.size() + 1 < LARGE) {
            String id = "tanh" + nodes.size();
            nodes.add(new Node(id, "Tanh", Map.of()));
            edges.add(Edge.of(before, id));
            before = id;
        }
        nodes.add(new Node("scores", "Output", Map.of()));
        edges.add(Edge.of(before, "scores"));
        Design empty = Design.empty("large");
        return empty.withSheet(empty.sheet().withGraph(new Graph(nodes, edges)));
    }

    /** Every edit asks for a number of channels that was not asked for before, in the middle of the network. */
    private Timing edit() {
        Analyzer analyzer = new Analyzer(catalog);
        Design design = new DesignFormat().read(network).value().orElseThrow();
        List<Node> nodes = design.graph().nodes();
        int middle = nodes.size() / 2;
        while (!nodes.get(middle).type().equals("GhostBottleneck")) {
            middle++;
        }
        int edited = middle;
        long[] channels = {100};
        return Timing.of("ghostnet: after an edit of one node", 5, () -> {
            List<Node> changed = new ArrayList<>(nodes);
            changed.set(edited, nodes.get(edited).withParam("hidden_channels", Value.of(channels[0]++)));
            Graph graph = new Graph(changed, design.graph().edges());
            return analyzer.analyze(design.withSheet(design.sheet().withGraph(graph)));
        });
    }
}
