package convas.editor.canvas;

import convas.editor.arrange.Arranging;
import convas.editor.arrange.Side;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.NoteArea;
import convas.editor.canvas.picture.PortShape;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.graph.Edge;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Node;
import convas.graph.Note;
import convas.graph.Point;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Lines up what is selected, and selects along the wires. */
public final class Arranger {
    private final Board board;
    private final Document document;

    Arranger(Board board) {
        this.board = board;
        this.document = board.document();
    }

    /** Puts the selected cards at one line. */
    public void align(Side side) {
        place(Arranging.aligned(selected(), side));
    }

    /** Makes the gaps between the selected cards equal. */
    public void distribute(boolean horizontally) {
        place(Arranging.distributed(selected(), horizontally));
    }

    /** Moves the selected cards across the flow until the wire into each first port is straight, in the flow's order. */
    public void straighten() {
        Graph graph = document.sheet().sheet().graph();
        boolean down = board.flow() == Flow.DOWN;
        Map<String, Double> shifts = new HashMap<>();
        Map<String, Point> places = new LinkedHashMap<>();
        List<Map.Entry<String, Bounds>> sorted = selected().entrySet().stream()
                .sorted(Comparator.comparingDouble(entry ->
                        down ? entry.getValue().minY() : entry.getValue().minX()))
                .toList();
        for (Map.Entry<String, Bounds> entry : sorted) {
            String id = entry.getKey();
            Point corner = new Point(entry.getValue().minX(), entry.getValue().minY());
            graph.incoming(id).stream()
                    .min(Comparator.comparingInt(edge -> edge.to().port()))
                    .ifPresent(edge -> {
                        Optional<PortShape> from = port(edge, false);
                        Optional<PortShape> to = port(edge, true);
                        if (from.isPresent() && to.isPresent()) {
                            double way = down
                                    ? from.get().x() - to.get().x()
                                    : from.get().y() - to.get().y();
                            double shift = way + shifts.getOrDefault(edge.from().node(), 0.0);
                            shifts.put(id, shift);
                            places.put(id, down ? corner.plus(shift, 0) : corner.plus(0, shift));
                        }
                    });
        }
        place(places);
    }

    private Optional<PortShape> port(Edge edge, boolean input) {
        String id = input ? edge.to().node() : edge.from().node();
        int number = input ? edge.to().port() : edge.from().port();
        return board.picture().node(id).flatMap(node -> node.port(input, number));
    }

    /** Adds to the selection everything that the selected nodes read from. */
    public void selectUpstream() {
        grow(graph -> graph.reachable(document.selection().nodes(), false));
    }

    /** Adds to the selection everything that reads from the selected nodes. */
    public void selectDownstream() {
        grow(graph -> graph.reachable(document.selection().nodes(), true));
    }

    /** Adds to the selection what lies on a way between the selected nodes. */
    public void selectPath() {
        grow(graph -> graph.between(document.selection().nodes()));
    }

    public void selectNothing() {
        document.select(Selection.NONE);
    }

    /** Selects the nodes that are not selected, instead of those that are. */
    public void selectOthers() {
        Set<String> others =
                new LinkedHashSet<>(document.sheet().sheet().graph().ids());
        others.removeAll(document.selection().nodes());
        document.select(Selection.ofNodes(others));
    }

    /** Adds to the selection every node of a type that is selected. */
    public void selectType() {
        Set<String> ids = document.selection().nodes();
        grow(graph -> {
            Set<String> types = new HashSet<>();
            ids.forEach(id -> graph.node(id).map(Node::type).ifPresent(types::add));
            Set<String> same = new LinkedHashSet<>(ids);
            graph.nodes().stream()
                    .filter(node -> types.contains(node.type()))
                    .map(Node::id)
                    .forEach(same::add);
            return same;
        });
    }

    /** Adds to the selection everything that wires lead to, whichever way. */
    public void selectConnected() {
        grow(graph -> {
            Set<String> all = new LinkedHashSet<>(document.selection().nodes());
            int before;
            do {
                before = all.size();
                all.addAll(graph.reachable(all, true));
                all.addAll(graph.reachable(all, false));
            } while (all.size() > before);
            return all;
        });
    }

    /** Selects what stands in the selected frames. */
    public void selectFramed() {
        Set<String> inside = new LinkedHashSet<>();
        for (Note frame : document.selection().notes()) {
            inside.addAll(new NoteArea(frame).framed(board.picture()));
        }
        document.select(Selection.ofNodes(inside));
    }

    private void grow(Function<Graph, Set<String>> more) {
        document.select(Selection.ofNodes(more.apply(document.sheet().sheet().graph())));
    }

    private Map<String, Bounds> selected() {
        Map<String, Bounds> cards = new LinkedHashMap<>();
        document.selection()
                .nodes()
                .forEach(id ->
                        board.picture().node(id).map(NodeShape::bounds).ifPresent(bounds -> cards.put(id, bounds)));
        return cards;
    }

    private void place(Map<String, Point> places) {
        if (board.isEditable() && !places.isEmpty()) {
            board.apply(document.intents().place(places));
        }
    }
}
