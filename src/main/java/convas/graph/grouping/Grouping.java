package convas.graph.grouping;

import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Edits;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.GraphCheck;
import convas.graph.Layout;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Scope;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.text.LocalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Some nodes of a sheet made into a module of the design: one node of the new type takes their place, wired as they
 * were. The network stays the same but for the paths, which lead through the new node.
 *
 * @param nodes ids on the sheet
 * @param type the new module's name
 * @param category where the palette shows it
 * @param id what the new node is called, if that is free
 * @param promotions inner values that become parameters, in the order shown
 */
public record Grouping(Set<String> nodes, String type, String category, String id, List<Promotion> promotions) {
    public Grouping {
        nodes = Set.copyOf(new LinkedHashSet<>(nodes));
        promotions = List.copyOf(promotions);
    }

    /**
     * Does it.
     *
     * @param taken whether a type's name has a meaning already; the design's own modules need not be asked for
     */
    public Regrouping in(Design design, Scope scope, Predicate<String> taken) {
        Sheet sheet = scope.in(design).orElse(Sheet.EMPTY);
        Graph graph = sheet.graph();
        Optional<ModuleBody> around = scope.module().map(design.modules()::get);
        List<Diagnostic> problems = new ArrayList<>(new Obstacles(graph, nodes).nodes());
        problems.addAll(new Obstacles(graph, nodes).name(type, taken.or(design.modules()::containsKey)));
        Set<Endpoint> named = new LinkedHashSet<>();
        around.ifPresent(body -> named.addAll(body.outputs().values()));
        Border border = new Border(graph, nodes, named);
        border.mixed().forEach(port -> problems.add(Diagnostic.error(port.node(), "", "graph.group.mixed", port)));
        Parameters parameters = new Parameters(Surroundings.of(design, scope));
        promote(graph, parameters, problems);
        if (!problems.isEmpty()) {
            return Regrouping.refused(problems);
        }
        ModuleBody body = body(sheet, border, parameters);
        Map<String, ModuleBody> modules = new LinkedHashMap<>(design.modules());
        String free = freeId(graph, around);
        Sheet after = sheet(sheet, border, new Node(free, type, parameters.arguments()));
        modules.put(type, body);
        around.ifPresent(outer -> {
            Map<String, Endpoint> outputs = new LinkedHashMap<>(outer.outputs());
            outputs.replaceAll((name, port) -> nodes.contains(port.node()) ? border.outside(port, free) : port);
            modules.put(outer.type(), outer.withOutputs(outputs));
        });
        Design with = design.withModules(modules);
        return Regrouping.done(scope.lift(old -> after).apply(with), List.of(free));
    }

    private void promote(Graph graph, Parameters parameters, List<Diagnostic> problems) {
        for (Promotion promotion : promotions) {
            Optional<Node> node = graph.node(promotion.node()).filter(found -> nodes.contains(found.id()));
            Optional<Value> written = node.map(Node::params).map(params -> params.get(promotion.parameter()));
            String name = promotion.name();
            String at = promotion.node();
            if (node.isEmpty()) {
                problems.add(Diagnostic.error(at, promotion.parameter(), "graph.edge.unknown", at));
            } else if (!GraphCheck.isId(name) || name.contains("-") || name.equals("true") || name.equals("false")) {
                problems.add(Diagnostic.error(at, promotion.parameter(), "graph.group.name", name));
            } else if (written.isEmpty() && promotion.declaration().fallback().isEmpty()) {
                problems.add(Diagnostic.error(at, promotion.parameter(), "graph.group.noValue", name));
            } else if (!parameters.promote(name, promotion.declaration(), written)) {
                problems.add(Diagnostic.error(at, promotion.parameter(), "graph.group.twice", name));
            }
        }
    }

    private ModuleBody body(Sheet sheet, Border border, Parameters parameters) {
        Map<String, Map<String, String>> promoted = new LinkedHashMap<>();
        promotions.forEach(each -> promoted.computeIfAbsent(each.node(), id -> new LinkedHashMap<>())
                .put(each.parameter(), each.name()));
        List<Node> inner = new ArrayList<>();
        for (Node node : sheet.graph().nodes()) {
            if (nodes.contains(node.id())) {
                inner.add(inside(node, promoted.getOrDefault(node.id(), Map.of()), parameters));
            }
        }
        List<Edge> edges = border.within().stream()
                .map(edge -> new Edge(edge.from(), edge.to(), parameters.inside(edge.extras())))
                .toList();
        Point corner = corner(places(sheet));
        return new ModuleBody(
                type,
                category,
                LocalText.NONE,
                "",
                "",
                List.of(),
                border.inputs(),
                parameters.declared(),
                List.of(),
                parameters.let(),
                new Sheet(new Graph(inner, edges), sheet.layout().part(nodes).moved(-corner.x(), -corner.y())),
                border.outputs(),
                Map.of());
    }

    private static Node inside(Node node, Map<String, String> promoted, Parameters parameters) {
        Map<String, Value> params = new LinkedHashMap<>();
        node.params().forEach((name, value) -> {
            if (!promoted.containsKey(name)) {
                params.put(name, parameters.inside(value));
            } else {
                params.put(name, new Value.Expression(promoted.get(name)));
            }
        });
        promoted.forEach((name, own) -> params.put(name, new Value.Expression(own)));
        return node.withParams(params)
                .withRepeat(node.repeat().map(parameters::inside))
                .withWhen(node.when().map(parameters::inside));
    }

    private Sheet sheet(Sheet sheet, Border border, Node module) {
        List<Node> all = new ArrayList<>();
        boolean stands = false;
        for (Node node : sheet.graph().nodes()) {
            if (!nodes.contains(node.id())) {
                all.add(node);
            } else if (!stands) {
                stands = true;
                all.add(module);
            }
        }
        Map<String, Point> old = places(sheet);
        Layout rest = sheet.layout().without(nodes);
        return new Sheet(
                new Graph(all, border.around(module.id())),
                old.isEmpty() ? rest : rest.with(Map.of(module.id(), middle(old))));
    }

    private String freeId(Graph graph, Optional<ModuleBody> around) {
        List<Node> others = new ArrayList<>(graph.nodes());
        others.removeIf(node -> nodes.contains(node.id()));
        around.ifPresent(body -> body.inputs().forEach(name -> others.add(new Node(name, "", Map.of()))));
        return Edits.freeId(new Graph(others, List.of()), id);
    }

    private Map<String, Point> places(Sheet sheet) {
        Map<String, Point> places = new LinkedHashMap<>(sheet.layout().positions());
        places.keySet().retainAll(nodes);
        return places;
    }

    private static Point corner(Map<String, Point> places) {
        return new Point(
                places.values().stream().mapToDouble(Point::x).min().orElse(0),
                places.values().stream().mapToDouble(Point::y).min().orElse(0));
    }

    private static Point middle(Map<String, Point> places) {
        Point least = corner(places);
        double right = places.values().stream().mapToDouble(Point::x).max().orElse(0);
        double bottom = places.values().stream().mapToDouble(Point::y).max().orElse(0);
        return new Point((least.x() + right) / 2, (least.y() + bottom) / 2);
    }
}
