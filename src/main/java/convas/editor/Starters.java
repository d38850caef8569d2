package convas.editor;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a new design starts with. */
final class Starters {
    private Starters() {}

    /** An input for the bundled digits and an output, joined, so that there is something to build between. */
    static Design blank(String name) {
        Node image = new Node("image", "Input", Map.of("shape", Value.of(Value.of(1), Value.of(16), Value.of(16))));
        Node scores = new Node("scores", "Output", Map.of());
        Layout layout = new Layout(Map.of("image", new Point(0, 0), "scores", new Point(720, 0)));
        Graph graph = new Graph(List.of(image, scores), List.of(Edge.of("image", "scores")));
        return Design.empty(name).withSheet(new Sheet(graph, layout)).withTraining(recipe());
    }

    private static Map<String, Value> recipe() {
        Map<String, Value> optimizer = new LinkedHashMap<>();
        optimizer.put("type", new Value.Text("AdamW"));
        optimizer.put("learning_rate", Value.of(0.001));
        optimizer.put("weight_decay", Value.of(0.01));
        Map<String, Value> recipe = new LinkedHashMap<>();
        recipe.put("dataset", new Value.Text("digits"));
        recipe.put("epochs", Value.of(10));
        recipe.put("batch_size", Value.of(64));
        recipe.put("optimizer", new Value.Mapping(optimizer));
        recipe.put("seed", Value.of(1));
        return recipe;
    }
}
