package convas.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Edits that put nodes into a wire and take them out of it. Readers keep their ports, their order and the conditions of
 * their wires, so that nothing else of the network changes. In a module's body its outputs are readers like any other.
 */
public final class Splice {
    private static final String WHEN = "when";

    private Splice() {}

    /**
     * Leads a wire through what stands between two ports: it ends at {@code first}, and its reader reads {@code last}. A
     * sheet without the wire stays as it is, and so does one in which that would close a circle.
     */
    public static UnaryOperator<Sheet> into(Edge wire, Endpoint first, Endpoint last) {
        return sheet -> {
            Graph graph = sheet.graph();
            int at = graph.edges().indexOf(wire);
            if (at < 0
                    || graph.node(first.node()).isEmpty()
                    || graph.wouldCycle(wire.from().node(), first.node())
                    || graph.wouldCycle(last.node(), wire.to().node())) {
                return sheet;
            }
            List<Edge> edges = new ArrayList<>(graph.edges());
            edges.set(at, new Edge(last, wire.to(), wire.extras()));
            edges.add(at, new Edge(wire.from(), first));
            return sheet.withGraph(new Graph(graph.nodes(), edges));
        };
    }

    /**
     * Removes nodes; where the tensor is known that came into a removed node, its readers get that instead. One that had
     * none or several leaves its readers open.
     */
    public static UnaryOperator<Sheet> out(Collection<String> ids) {
        Set<String> gone = new HashSet<>(ids);
        return sheet -> {
            Graph graph = sheet.graph();
            List<Edge> edges = new ArrayList<>();
            for (Edge edge : graph.edges()) {
                if (gone.contains(edge.to().node())
                        || !gone.contains(edge.from().node())) {
                    edges.add(edge);
                } else {
                    around(graph, gone, edge, gone.size()).ifPresent(edges::addAll);
                }
            }
            return Edits.remove(gone).apply(sheet.withGraph(new Graph(graph.nodes(), edges)));
        };
    }

    /**
     * What takes the place of a wire whose start goes; absent where that is not known.
     *
     * @param most nodes to go back through: more would be a circle
     */
    private static Optional<List<Edge>> around(Graph graph, Set<String> gone, Edge wire, int most) {
        List<Edge> entering = graph.incoming(wire.from().node());
        // Of several wires at one port conditions leave one.
        if (most == 0 || entering.stream().map(Edge::to).distinct().count() != 1) {
            return Optional.empty();
        }
        List<Edge> found = new ArrayList<>();
        for (Edge source : entering) {
            Optional<Map<String, Value>> extras = both(source.extras(), wire.extras());
            if (extras.isEmpty()) {
                return Optional.empty();
            }
            Edge direct = new Edge(source.from(), wire.to(), extras.get());
            Optional<List<Edge>> farther = gone.contains(source.from().node())
                    ? around(graph, gone, direct, most - 1)
                    : Optional.of(List.of(direct));
            if (farther.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(farther.get());
        }
        // An output of a body is given by one port, whatever holds.
        boolean several = found.size() > 1 || !found.get(0).extras().isEmpty();
        return wire.to().isOutput() && several ? Optional.empty() : Optional.of(found);
    }

    private static Optional<Map<String, Value>> both(Map<String, Value> one, Map<String, Value> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of(one.isEmpty() ? other : one);
        }
        boolean conditions = one.keySet().equals(Set.of(WHEN)) && other.keySet().equals(Set.of(WHEN));
        return conditions
                        && one.get(WHEN) instanceof Value.Expression first
                        && other.get(WHEN) instanceof Value.Expression second
                ? Optional.of(
                        Map.of(WHEN, new Value.Expression("(" + first.source() + ") && (" + second.source() + ")")))
                : Optional.empty();
    }
}
