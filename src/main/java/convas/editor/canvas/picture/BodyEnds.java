package convas.editor.canvas.picture;

import convas.analysis.NodeReport;
import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Point;
import convas.operator.TensorShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where tensors enter and leave a module's body, as cards left and right of its nodes. They have no place in the file:
 * the automatic layout gives them one, and without it each stands at the height of what it is connected to.
 */
final class BodyEnds {
    private static final double GAP = 84;
    /** As of the Input and Output of a design. */
    private static final String CATEGORY = "input-output";

    private final Bounds around;
    private final Flow flow;
    private final Map<String, NodeShape> nodes = new HashMap<>();
    private final List<NodeShape> cards = new ArrayList<>();
    private final List<Edge> outputs = new ArrayList<>();

    private BodyEnds(List<NodeShape> nodes, Flow flow) {
        this.flow = flow;
        Bounds all = Bounds.NOTHING;
        for (NodeShape node : nodes) {
            all = all.union(node.bounds());
            this.nodes.put(node.id(), node);
        }
        this.around = all.isEmpty() ? new Bounds(0, 0, 0, 0) : all;
    }

    static BodyEnds of(OpenSheet open, Layout automatic, List<NodeShape> nodes, Findings findings, Flow flow) {
        if (open.body().isEmpty()) {
            return new BodyEnds(List.of(), flow);
        }
        BodyEnds ends = new BodyEnds(nodes, flow);
        // While the nodes wait for their places, so do the ends.
        boolean waiting = nodes.isEmpty() && !open.sheet().graph().nodes().isEmpty();
        open.body().filter(body -> !waiting).ifPresent(body -> ends.add(open, body, automatic, findings));
        return ends;
    }

    List<NodeShape> cards() {
        return cards;
    }

    /** Wires to the body's outputs: they are no edges of the graph. */
    List<Edge> outputs() {
        return outputs;
    }

    private void add(OpenSheet open, ModuleBody body, Layout automatic, Findings findings) {
        // At a place, the module's own report tells what comes in and goes out.
        String prefix = open.place().prefix();
        Optional<NodeReport> report = findings.report(prefix.substring(0, prefix.length() - 1));
        Graph graph = open.sheet().graph();
        double lowest = Double.NEGATIVE_INFINITY;
        for (int number = 0; number < body.inputs().size(); number++) {
            String name = body.inputs().get(number);
            double wish = average(graph.outgoing(name).stream()
                    .map(Edge::to)
                    .map(Endpoint::node)
                    .toList());
            double at = Math.max(wish, lowest + step());
            lowest = at;
            Point place = free(automatic.of(name)).orElse(beside(at, true));
            cards.add(card(name, place, true, graph, shape(report, number, true)));
        }
        lowest = Double.NEGATIVE_INFINITY;
        int number = 0;
        for (Map.Entry<String, Endpoint> output : body.outputs().entrySet()) {
            double at = Math.max(average(List.of(output.getValue().node())), lowest + step());
            lowest = at;
            Point place = free(automatic.of(Picture.outputKey(output.getKey()))).orElse(beside(at, false));
            cards.add(card(output.getKey(), place, false, graph, shape(report, number++, false)));
            outputs.add(new Edge(output.getValue(), new Endpoint(Picture.outputKey(output.getKey()), 0)));
        }
    }

    /** The place, unless a node has come to stand there since it was found. */
    private Optional<Point> free(Optional<Point> found) {
        return found.filter(place -> {
            Bounds card = Bounds.at(place.x(), place.y(), NodeShape.WIDTH, NodeShape.HEIGHT);
            return nodes.values().stream().noneMatch(node -> node.bounds().meets(card));
        });
    }

    private double step() {
        return (flow == Flow.DOWN ? NodeShape.WIDTH : NodeShape.HEIGHT) + 24;
    }

    private Point beside(double at, boolean before) {
        if (flow == Flow.DOWN) {
            return new Point(at, before ? around.minY() - GAP - NodeShape.HEIGHT : around.maxY() + GAP);
        }
        return new Point(before ? around.minX() - GAP - NodeShape.WIDTH : around.maxX() + GAP, at);
    }

    private static Optional<TensorShape> shape(Optional<NodeReport> report, int number, boolean input) {
        return report.map(known -> input ? known.inputs() : known.outputs())
                .filter(shapes -> number < shapes.size())
                .flatMap(shapes -> shapes.get(number));
    }

    private double average(List<String> ids) {
        return ids.stream()
                .map(nodes::get)
                .filter(node -> node != null)
                .mapToDouble(node ->
                        flow == Flow.DOWN ? node.bounds().minX() : node.bounds().minY())
                .average()
                .orElse(flow == Flow.DOWN ? around.minX() : around.minY());
    }

    private NodeShape card(String name, Point place, boolean input, Graph graph, Optional<TensorShape> shape) {
        Bounds bounds = Bounds.at(place.x(), place.y(), NodeShape.WIDTH, NodeShape.HEIGHT);
        String end = input ? name : Picture.outputKey(name);
        List<PortShape> port = PortRow.row(end, 1, List.of(name), !input, bounds, graph.outgoing(name), flow);
        return new NodeShape(
                new Node(name, "", Map.of()),
                input ? NodeShape.Kind.INPUT_END : NodeShape.Kind.OUTPUT_END,
                bounds,
                CATEGORY,
                shape.map(TensorShape::display).orElse(""),
                shape.map(known -> PictureBuilder.display(known, "×")).orElse(""),
                Optional.empty(),
                "",
                "",
                false,
                false,
                false,
                input ? List.of() : port,
                input ? port : List.of(),
                Optional.empty());
    }
}
