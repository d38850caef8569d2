package convas.graph.grouping;

import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Edits;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Scope;
import convas.graph.Sheet;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A module's body put onto the sheet in the place of a node that uses it, with the node's values for the module's
 * parameters. The module itself stays where it is.
 *
 * @param id the node
 * @param body the module that it uses
 */
public record Ungrouping(String id, ModuleBody body) {
    /** Does it; refuses where the nodes on their own could not say what they said in the module. */
    public Regrouping in(Design design, Scope scope) {
        Sheet sheet = scope.in(design).orElse(Sheet.EMPTY);
        Graph graph = sheet.graph();
        Optional<Node> found = graph.node(id).filter(node -> node.type().equals(body.type()));
        if (found.isEmpty()) {
            return Regrouping.refused(List.of(Diagnostic.error(id, "", "graph.edge.unknown", id)));
        }
        Node node = found.get();
        List<Diagnostic> problems = new ArrayList<>();
        boolean shared = graph.nodes().stream()
                .anyMatch(other -> other.shares().filter(id::equals).isPresent());
        if (node.repeat().isPresent()
                || node.when().isPresent()
                || node.muted()
                || node.shares().isPresent()
                || shared) {
            problems.add(Diagnostic.error(id, "", "graph.ungroup.node", id));
        }
        Optional<ModuleBody> around = scope.module().map(design.modules()::get);
        Inlining inlining = new Inlining(node, body);
        Map<String, String> names = names(graph, around);
        List<Node> inner = body.sheet().graph().nodes().stream()
                .map(each -> each.withId(names.get(each.id()))
                        .withParams(inlining.outside(each.params()))
                        .withRepeat(each.repeat().map(inlining::outside))
                        .withWhen(each.when().map(inlining::outside))
                        .withShares(each.shares().map(partner -> names.getOrDefault(partner, partner))))
                .toList();
        Wires wires = new Wires(graph, id, body, names, inlining);
        List<Edge> edges = wires.edges();
        Map<String, Endpoint> outputs = new LinkedHashMap<>();
        around.ifPresent(outer -> outer.outputs().forEach((name, port) -> {
            List<Endpoint> sources = port.node().equals(id) ? wires.sources(port) : List.of(port);
            if (sources.size() == 1) {
                outputs.put(name, sources.get(0));
            } else {
                problems.add(Diagnostic.error(id, "", "graph.ungroup.output", id, name));
            }
        }));
        problems.addAll(inlining.problems());
        if (wires.hasTwoConditions()) {
            problems.add(Diagnostic.error(id, "", "graph.ungroup.condition", id));
        }
        if (!problems.isEmpty()) {
            return Regrouping.refused(problems);
        }
        List<Node> nodes = new ArrayList<>();
        graph.nodes().forEach(each -> nodes.addAll(each.id().equals(id) ? inner : List.of(each)));
        Sheet after = new Sheet(new Graph(nodes, edges), layout(sheet.layout(), names));
        Map<String, ModuleBody> modules = new LinkedHashMap<>(design.modules());
        around.ifPresent(outer -> modules.put(outer.type(), outer.withOutputs(outputs)));
        Design with = design.withModules(modules);
        return Regrouping.done(scope.lift(old -> after).apply(with), List.copyOf(names.values()));
    }

    /** What each node of the body is called on the sheet. */
    private Map<String, String> names(Graph graph, Optional<ModuleBody> around) {
        List<Node> taken = new ArrayList<>(graph.nodes());
        taken.removeIf(node -> node.id().equals(id));
        around.ifPresent(outer -> outer.inputs().forEach(name -> taken.add(new Node(name, "", Map.of()))));
        Map<String, String> names = new LinkedHashMap<>();
        for (Node node : body.sheet().graph().nodes()) {
            String name = Edits.freeId(new Graph(taken, List.of()), node.id());
            names.put(node.id(), name);
            taken.add(node.withId(name));
        }
        return names;
    }

    /** The body's nodes stand as in the module, with the middle of them where the module's node stood. */
    private Layout layout(Layout old, Map<String, String> names) {
        Map<String, Point> inner = body.sheet().layout().positions();
        Point place = old.of(id).orElse(new Point(0, 0));
        double dx = place.x() - middle(inner.values().stream().map(Point::x).toList());
        double dy = place.y() - middle(inner.values().stream().map(Point::y).toList());
        Layout unpacked = body.sheet().layout().part(names.keySet());
        return old.without(Set.of(id))
                .plus(unpacked.withNotes(body.sheet().layout().notes())
                        .renamed(name -> names.getOrDefault(name, name))
                        .moved(dx, dy));
    }

    private static double middle(List<Double> values) {
        double least = values.stream().mapToDouble(value -> value).min().orElse(0);
        double most = values.stream().mapToDouble(value -> value).max().orElse(0);
        return (least + most) / 2;
    }

    /** The edges of the sheet with those of the body among them. */
    private static final class Wires {
        private final Graph graph;
        private final String id;
        private final ModuleBody body;
        private final Map<String, String> names;
        private final Inlining inlining;
        private final Map<String, List<Edge>> entering = new HashMap<>();
        private boolean twoConditions;

        Wires(Graph graph, String id, ModuleBody body, Map<String, String> names, Inlining inlining) {
            this.graph = graph;
            this.id = id;
            this.body = body;
            this.names = names;
            this.inlining = inlining;
            for (Edge edge : graph.incoming(id)) {
                if (edge.to().port() < body.inputs().size()) {
                    entering.computeIfAbsent(body.inputs().get(edge.to().port()), name -> new ArrayList<>())
                            .add(edge);
                }
            }
        }

        boolean hasTwoConditions() {
            return twoConditions;
        }

        List<Edge> edges() {
            List<Edge> edges = new ArrayList<>();
            for (Edge edge : graph.edges()) {
                if (edge.from().node().equals(id)) {
                    join(edges, given(edge.from()), edge.to(), edge.extras());
                } else if (!edge.to().node().equals(id)) {
                    edges.add(edge);
                }
            }
            for (Edge edge : body.sheet().graph().edges()) {
                String reader = names.getOrDefault(edge.to().node(), edge.to().node());
                Endpoint to = new Endpoint(reader, edge.to().port());
                join(edges, edge.from(), to, inlining.outside(edge.extras()));
            }
            return edges;
        }

        /** The ports on the sheet that give what this port of the module's node gave. */
        List<Endpoint> sources(Endpoint port) {
            List<Edge> found = new ArrayList<>();
            join(found, given(port), port, Map.of());
            return found.stream().map(Edge::from).toList();
        }

        /** The port of the body behind a port of the module's node; one that leads nowhere where there is none. */
        private Endpoint given(Endpoint port) {
            List<Endpoint> outputs = List.copyOf(body.outputs().values());
            return port.port() < outputs.size() ? outputs.get(port.port()) : Endpoint.of("");
        }

        private void join(List<Edge> edges, Endpoint inner, Endpoint to, Map<String, Value> extras) {
            if (names.containsKey(inner.node())) {
                edges.add(new Edge(new Endpoint(names.get(inner.node()), inner.port()), to, extras));
                return;
            }
            for (Edge outer : entering.getOrDefault(inner.node(), List.of())) {
                twoConditions |= !extras.isEmpty() && !outer.extras().isEmpty();
                edges.add(new Edge(outer.from(), to, extras.isEmpty() ? outer.extras() : extras));
            }
        }
    }
}
