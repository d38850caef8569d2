package convas.editor.canvas;

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

/** Designs for tests and benchmarks of the canvas. */
public final class Samples {
    private Samples() {}

    /** image (1x8x8) -> conv -> relu -> scores, in a row with 260 pixels from card to card. */
    public static Design chain() {
        List<Node> nodes = List.of(
                new Node("image", "Input", Map.of("shape", Value.of(Value.of(1), Value.of(8), Value.of(8)))),
                new Node("conv", "Conv2d", Map.of("out_channels", Value.of(4), "kernel_size", Value.of(3))),
                new Node("relu", "ReLU", Map.of()),
                new Node("scores", "Output", Map.of()));
        List<Edge> edges = List.of(Edge.of("image", "conv"), Edge.of("conv", "relu"), Edge.of("relu", "scores"));
        Map<String, Point> places = new LinkedHashMap<>();
        nodes.forEach(node -> places.put(node.id(), new Point(places.size() * 260, 0)));
        return Design.empty("chain").withSheet(new Sheet(new Graph(nodes, edges), new Layout(places)));
    }

    /** Rows of layers with a shortcut over every fourth, {@code count} nodes in all. */
    public static Design large(int count) {
        String[] types = {"Conv2d", "BatchNorm2d", "ReLU", "Add"};
        int columns = (int) Math.ceil(Math.sqrt(count / 2.0));
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, Point> places = new LinkedHashMap<>();
        for (int index = 0; index < count; index++) {
            String type = types[index % types.length];
            Map<String, Value> params = type.equals("Conv2d")
                    ? Map.of("out_channels", Value.of(16), "kernel_size", Value.of(3), "padding", Value.of(1))
                    : Map.of();
            String id = "n" + index;
            nodes.add(new Node(id, type, params));
            places.put(id, new Point(index % columns * 260, index / columns * 130));
            if (index > 0) {
                edges.add(Edge.of("n" + (index - 1), id));
            }
            if (type.equals("Add") && index >= 4) {
                edges.add(Edge.of("n" + (index - 4), id + ":1"));
            }
        }
        return Design.empty("large").withSheet(new Sheet(new Graph(nodes, edges), new Layout(places)));
    }
}
