package convas.app.bench;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A design of any size without errors: residual blocks in rows that are about as wide as high. */
final class GeneratedDesign {
    private static final double ACROSS = 260;
    private static final double DOWN = 130;

    private GeneratedDesign() {}

    /** Input, blocks of convolution, normalisation, activation and a sum with what came before, Output. */
    static Design of(int count) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(new Node("image", "Input", Map.of("shape", Value.of(Value.of(16), Value.of(32), Value.of(32)))));
        Map<String, Value> convolution =
                Map.of("out_channels", Value.of(16), "kernel_size", Value.of(3), "padding", Value.of(1));
        String before = "image";
        for (int block = 0; nodes.size() + 4 < count; block++) {
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
        while (nodes.size() + 1 < count) {
            String id = "tanh" + nodes.size();
            nodes.add(new Node(id, "Tanh", Map.of()));
            edges.add(Edge.of(before, id));
            before = id;
        }
        nodes.add(new Node("scores", "Output", Map.of()));
        edges.add(Edge.of(before, "scores"));
        int columns = (int) Math.ceil(Math.sqrt(count / 2.0));
        Map<String, Point> places = new LinkedHashMap<>();
        for (Node node : nodes) {
            int index = places.size();
            places.put(node.id(), new Point(index % columns * ACROSS, index / columns * DOWN));
        }
        return Design.empty("large").withSheet(new Sheet(new Graph(nodes, edges), new Layout(places)));
    }
}
