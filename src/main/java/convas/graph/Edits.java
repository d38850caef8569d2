package convas.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The edits of a sheet, each a pure function from sheet to sheet. An edit that does not apply (a node that is not
 * there, an edge that would close a cycle) returns the very sheet it was given. {@link Scope#lift} makes edits of a
 * design from them.
 */
public final class Edits {
    private Edits() {}

    /** Adds a node at a place. Its id must be free: {@link #freeId} finds one. */
    public static UnaryOperator<Sheet> add(Node node, Point place) {
        return sheet -> sheet.graph().node(node.id()).isPresent()
                ? sheet
                : new Sheet(
                        new Graph(
                                plus(sheet.graph().nodes(), node), sheet.graph().edges()),
                        sheet.layout().with(Map.of(node.id(), place)));
    }

    /** Removes nodes with their edges and places; siblings that shared a removed node's weights get their own. */
    public static UnaryOperator<Sheet> remove(Collection<String> ids) {
        Set<String> gone = new HashSet<>(ids);
        return sheet -> {
            Graph graph = sheet.graph();
            if (graph.ids().stream().noneMatch(gone::contains)) {
                return sheet;
            }
            List<Node> nodes = graph.nodes().stream()
                    .filter(node -> !gone.contains(node.id()))
                    .map(node ->
                            node.shares().filter(gone::contains).isPresent() ? node.withShares(Optional.empty()) : node)
                    .toList();
            List<Edge> edges = keep(
                    graph,
                    edge -> !gone.contains(edge.from().node())
                            && !gone.contains(edge.to().node()));
            return new Sheet(new Graph(nodes, edges), sheet.layout().without(gone));
        };
    }

    /** Connects two ports; an edge that already ends at the same input port gives way. Never closes a cycle. */
    public static UnaryOperator<Sheet> connect(Endpoint from, Endpoint to) {
        return sheet -> {
            Graph graph = sheet.graph();
            Edge edge = new Edge(from, to);
            boolean present = graph.edges().stream()
                    .anyMatch(old -> old.from().equals(from) && old.to().equals(to));
            if (present || graph.node(to.node()).isEmpty() || graph.wouldCycle(from.node(), to.node())) {
                return sheet;
            }
            List<Edge> others = keep(graph, old -> !old.to().equals(to));
            return sheet.withGraph(new Graph(graph.nodes(), plus(others, edge)));
        };
    }

    public static UnaryOperator<Sheet> disconnect(Collection<Edge> edges) {
        Set<Edge> gone = new HashSet<>(edges);
        return sheet -> sheet.graph().edges().stream().noneMatch(gone::contains)
                ? sheet
                : sheet.withGraph(new Graph(sheet.graph().nodes(), keep(sheet.graph(), edge -> !gone.contains(edge))));
    }

    /** Puts nodes at new places. */
    public static UnaryOperator<Sheet> place(Map<String, Point> places) {
        return sheet -> sheet.withLayout(sheet.layout().with(places));
    }

    /** Changes what is only looked at. */
    public static UnaryOperator<Sheet> look(UnaryOperator<Layout> edit) {
        return sheet -> sheet.withLayout(edit.apply(sheet.layout()));
    }

    /** Sets a parameter of a node, or, where the value is absent, puts it back at its default. */
    public static UnaryOperator<Sheet> setParam(String id, String name, Optional<Value> value) {
        return change(id, node -> value.map(set -> node.withParam(name, set)).orElseGet(() -> node.withoutParam(name)));
    }

    /** Replaces a node by what the function makes of it; the id must stay ({@link #rename} changes it). */
    public static UnaryOperator<Sheet> change(String id, UnaryOperator<Node> edit) {
        return sheet -> sheet.withGraph(new Graph(
                sheet.graph().nodes().stream()
                        .map(node -> node.id().equals(id) ? edit.apply(node) : node)
                        .toList(),
                sheet.graph().edges()));
    }

    /** Gives a node another id, in its edges, its place and the nodes that share its weights too. */
    public static UnaryOperator<Sheet> rename(String id, String newId) {
        return sheet -> {
            Graph graph = sheet.graph();
            if (graph.node(id).isEmpty() || graph.node(newId).isPresent()) {
                return sheet;
            }
            List<Node> nodes = graph.nodes().stream()
                    .map(node -> node.id().equals(id) ? node.withId(newId) : node)
                    .map(node ->
                            node.shares().filter(id::equals).isPresent() ? node.withShares(Optional.of(newId)) : node)
                    .toList();
            List<Edge> edges = graph.edges().stream()
                    .map(edge ->
                            new Edge(renamed(edge.from(), id, newId), renamed(edge.to(), id, newId), edge.extras()))
                    .toList();
            return new Sheet(new Graph(nodes, edges), sheet.layout().renamed(old -> old.equals(id) ? newId : old));
        };
    }

    /** Several edits, one after the other, as one. */
    public static UnaryOperator<Sheet> all(List<UnaryOperator<Sheet>> edits) {
        return sheet -> {
            Sheet result = sheet;
            for (UnaryOperator<Sheet> edit : edits) {
                result = edit.apply(result);
            }
            return result;
        };
    }

    /** {@code wish} itself where it is free, else {@code wish2}, {@code wish3}, ... */
    public static String freeId(Graph graph, String wish) {
        String id = wish;
        for (int number = 2; graph.node(id).isPresent(); number++) {
            id = wish + number;
        }
        return id;
    }

    private static Endpoint renamed(Endpoint end, String id, String newId) {
        return end.node().equals(id) ? new Endpoint(newId, end.port()) : end;
    }

    private static List<Edge> keep(Graph graph, Predicate<Edge> which) {
        return graph.edges().stream().filter(which).toList();
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
