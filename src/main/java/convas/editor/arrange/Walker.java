package convas.editor.arrange;

import convas.editor.canvas.CanvasView;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.graph.Edge;
import convas.graph.Graph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes from node to node and from wire to wire by keyboard; what one comes to is selected and brought into view. */
public final class Walker {
    private final CanvasView view;
    private final Document document;

    public Walker(CanvasView view) {
        this.view = view;
        this.document = view.document();
    }

    /** To the next card that way; from a wire to one of its ends; from nowhere to what is in the middle of the view. */
    public void walk(Walk.Way way) {
        Walk walk = walk();
        Selection selection = document.selection();
        Optional<String> next = !selection.nodes().isEmpty()
                ? walk.next(last(selection), way)
                : selection.edges().stream()
                        .findFirst()
                        .map(wire -> end(wire, isBack(way)))
                        .or(() -> walk.nearest(
                                view.visible().centerX(), view.visible().centerY()));
        next.ifPresent(this::go);
    }

    /** The node at an end of a wire; where that is an end of a body, the other. */
    private String end(Edge wire, boolean back) {
        String wish = back ? wire.from().node() : wire.to().node();
        return graph().node(wish).isPresent()
                ? wish
                : back ? wire.to().node() : wire.from().node();
    }

    private static String last(Selection selection) {
        return List.copyOf(selection.nodes()).get(selection.nodes().size() - 1);
    }

    private static boolean isBack(Walk.Way way) {
        return way == Walk.Way.LEFT || way == Walk.Way.UP;
    }

    /** To the next or the one before in the order of the file; false at the end, where the keyboard goes on elsewhere. */
    public boolean step(boolean forward) {
        List<String> ids = List.copyOf(graph().ids());
        List<String> selected = List.copyOf(document.selection().nodes());
        int at = selected.isEmpty() ? (forward ? -1 : ids.size()) : ids.indexOf(selected.get(selected.size() - 1));
        int next = at + (forward ? 1 : -1);
        boolean there = next >= 0 && next < ids.size();
        if (there) {
            go(ids.get(next));
        }
        return there;
    }

    /**
     * From a node to its first wire, from a wire to the next of those that share its start or, after them, its end; from
     * nowhere to the first wire of the sheet.
     */
    public void wire() {
        Selection selection = document.selection();
        if (!selection.edges().isEmpty()) {
            Edge wire = selection.edges().iterator().next();
            List<Edge> wires = walk().wires(wire.from().node());
            document.select(Selection.ofEdge(wires.get((wires.indexOf(wire) + 1) % wires.size())));
        } else {
            Stream<Edge> wires = selection.nodes().isEmpty()
                    ? document.sheet().wires().edges().stream()
                    : selection.nodes().stream().flatMap(id -> walk().wires(id).stream());
            wires.findFirst().ifPresent(wire -> document.select(Selection.ofEdge(wire)));
        }
    }

    private void go(String id) {
        document.select(Selection.ofNode(id));
        view.ensureVisible(id);
    }

    private Graph graph() {
        return document.sheet().sheet().graph();
    }

    private Walk walk() {
        Map<String, Bounds> cards = new LinkedHashMap<>();
        for (String id : graph().ids()) {
            view.picture().node(id).map(NodeShape::bounds).ifPresent(card -> cards.put(id, card));
        }
        return new Walk(document.sheet().wires(), document.design().view().flow(), cards);
    }
}
