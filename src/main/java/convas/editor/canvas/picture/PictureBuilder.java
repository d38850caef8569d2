package convas.editor.canvas.picture;

import convas.analysis.NodeReport;
import convas.editor.document.Findings;
import convas.editor.document.OpenSheet;
import convas.editor.document.PortCount;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Value;
import convas.graph.View;
import convas.operator.Catalog;
import convas.operator.Cost;
import convas.operator.Module;
import convas.operator.NodeType;
import convas.operator.TensorShape;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the picture of a sheet. Cards that did not change are taken over from the picture before, so that an edit of one
 * node in a large sheet is quick.
 */
public final class PictureBuilder {
    private final Catalog catalog;
    private final Findings findings;
    private final Texts texts;
    private final TextRuler ruler;
    private final View view;
    private final Optional<Unfolding> unfolding;

    /** For a design that is shown plainly. */
    public PictureBuilder(Catalog catalog, Findings findings, Texts texts, TextRuler ruler) {
        this(catalog, findings, texts, ruler, View.PLAIN);
    }

    /**
     * @param catalog with the design's own modules
     * @param texts the language of messages on cards
     */
    public PictureBuilder(Catalog catalog, Findings findings, Texts texts, TextRuler ruler, View view) {
        this(catalog, findings, texts, ruler, view, Optional.empty());
    }

    private PictureBuilder(
            Catalog catalog,
            Findings findings,
            Texts texts,
            TextRuler ruler,
            View view,
            Optional<Unfolding> unfolding) {
        this.view = view;
        this.unfolding = unfolding;
        this.catalog = catalog;
        this.findings = findings;
        this.texts = texts;
        this.ruler = ruler;
    }

    /**
     * One that shows the bodies of modules in place where the design's view says so.
     *
     * @param places where the nodes of a body stand that it gives no place; one that is not known yet is not shown
     */
    public PictureBuilder unfolding(Design design, Function<OpenSheet, Layout> places) {
        Unfolding bodies = new Unfolding(design, catalog, findings, ruler, places);
        return new PictureBuilder(catalog, findings, texts, ruler, design.view(), Optional.of(bodies));
    }

    /**
     * The picture of a sheet; nodes that have no place anywhere are not in it, nor are their wires.
     *
     * @param automatic places for nodes that the sheet gives none
     */
    public Picture build(OpenSheet open, Layout automatic, Picture before) {
        Graph graph = open.sheet().graph();
        Picture.Source source = new Picture.Source(graph, findings, catalog, open.place(), view);
        boolean onlyMoved = before.isFrom(source);
        Map<String, Unfolding.Body> bodies = bodies(open);
        // A sheet that can be edited has room for its frames where it was written; all else gets it for the eye alone.
        Layout written =
                open.isEditable() ? open.sheet().layout() : roomy(open.sheet().layout(), bodies);
        Map<String, Unfolding.Body> unwritten = new LinkedHashMap<>(bodies);
        unwritten.keySet().removeIf(id -> written.of(id).isPresent());
        Layout other = roomy(automatic, unwritten);
        List<NodeShape> nodes = new ArrayList<>(graph.nodes().size() + 4);
        List<NodeShape> moved = new ArrayList<>();
        Map<String, Inside> insides = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            Optional<Point> place = written.of(node.id()).or(() -> other.of(node.id()));
            if (place.isEmpty()) {
                continue;
            }
            Unfolding.Body body = bodies.get(node.id());
            Optional<NodeShape> old = onlyMoved
                    ? before.node(node.id(), nodes.size()).filter(card -> body == null && !card.expanded())
                    : Optional.empty();
            NodeShape shape = old.isPresent()
                    ? at(old.get(), place.get())
                    : body == null ? card(open, node, place.get(), before) : frame(open, node, place.get(), body);
            nodes.add(shape);
            if (old.orElse(null) != shape) {
                moved.add(shape);
            }
            if (body != null) {
                insides.put(node.id(), unfolding.orElseThrow().in(shape, body));
            }
        }
        BodyEnds ends = BodyEnds.of(open, automatic, nodes, findings, view.flow());
        nodes.addAll(ends.cards());
        Wiring wiring = new Wiring(nodes, findings, open.place(), ruler, view.flow(), written);
        boolean mostStay = onlyMoved
                && open.body().isEmpty()
                && before.edges().size() == graph.edges().size();
        List<Edge> all = new ArrayList<>(graph.edges());
        all.addAll(ends.outputs());
        List<EdgeShape> edges = mostStay ? wiring.rewired(before, moved) : wiring.wires(all, before);
        return new Picture(nodes, edges, written, insides, source);
    }

    private Layout roomy(Layout layout, Map<String, Unfolding.Body> bodies) {
        return bodies.isEmpty() ? layout : unfolding.orElseThrow().roomy(layout, bodies);
    }

    private Map<String, Unfolding.Body> bodies(OpenSheet open) {
        Map<String, Unfolding.Body> bodies = new LinkedHashMap<>();
        if (unfolding.isPresent() && !view.expanded().isEmpty()) {
            for (Node node : open.sheet().graph().nodes()) {
                unfolding.get().body(open, node.id(), this::inner).ifPresent(body -> bodies.put(node.id(), body));
            }
        }
        return bodies;
    }

    private NodeShape frame(OpenSheet open, Node node, Point place, Unfolding.Body body) {
        Unfolding bodies = unfolding.orElseThrow();
        return bodies.aligned(card(open, node, bodies.frame(place, body), true, Picture.EMPTY), body);
    }

    private NodeShape inner(OpenSheet open, Node node, Bounds place) {
        boolean frame = place.width() > NodeShape.WIDTH || place.height() > NodeShape.HEIGHT;
        return frame
                ? card(open, node, place, true, Picture.EMPTY)
                : card(open, node, new Point(place.minX(), place.minY()), Picture.EMPTY);
    }

    private static NodeShape at(NodeShape old, Point place) {
        double dx = place.x() - old.bounds().minX();
        double dy = place.y() - old.bounds().minY();
        return dx == 0 && dy == 0 ? old : old.moved(dx, dy);
    }

    /** Width and height of a node's card: enough for its ports. */
    public Point size(Node node, Graph graph) {
        PortCount ports =
                PortCount.of(node, catalog.find(node.type()), Optional.empty()).shown(graph, node.id());
        double height = PortRow.height(Math.max(ports.inputs(), ports.outputs()), view.flow());
        return new Point(NodeShape.WIDTH, height);
    }

    private NodeShape card(OpenSheet open, Node node, Point place, Picture before) {
        return card(open, node, Bounds.at(place.x(), place.y(), NodeShape.WIDTH, 0), false, before);
    }

    private NodeShape card(OpenSheet open, Node node, Bounds size, boolean expanded, Picture before) {
        String path = open.place().path(node.id());
        Optional<NodeReport> report = findings.report(path);
        List<Diagnostic> problems = findings.problems(path);
        Optional<Diagnostic> worst =
                problems.stream().min((one, other) -> one.severity().compareTo(other.severity()));
        String message = message(path, worst, problems.size());
        Graph graph = open.sheet().graph();
        Optional<NodeType> type = catalog.find(node.type());
        PortCount ports = PortCount.of(node, type, report).shown(graph, node.id());
        double needed = PortRow.height(Math.max(ports.inputs(), ports.outputs()), view.flow());
        Bounds bounds = Bounds.at(size.minX(), size.minY(), size.width(), Math.max(needed, size.height()));
        List<PortShape> inputs = PortRow.inputs(node.id(), ports.inputs(), type, bounds, graph, view.flow());
        List<PortShape> outputs = PortRow.outputs(node.id(), ports.outputs(), type, bounds, graph, view.flow());
        String badge = node.repeat().map(times -> "×" + times(path, times)).orElse("");
        NodeShape old = before.node(node.id()).orElse(null);
        if (old != null
                && old.node() == node
                && old.bounds().equals(bounds)
                && old.expanded() == expanded
                && old.message().equals(message)
                && old.grave().equals(worst.map(Diagnostic::severity))
                && old.report().equals(report)
                && old.badge().equals(badge)
                && old.opens() == type.filter(Module.class::isInstance).isPresent()
                && old.inputs().equals(inputs)
                && old.outputs().equals(outputs)) {
            return old;
        }
        return new NodeShape(
                node,
                NodeShape.Kind.NODE,
                bounds,
                type.map(NodeType::category).orElse(""),
                node.muted() ? texts.get("editordraw.muted") : detail(report, " × ", " · ", " "),
                node.muted() ? texts.get("editordraw.muted") : detail(report, "×", " · ", ""),
                worst.map(Diagnostic::severity),
                message,
                badge,
                type.filter(Module.class::isInstance).isPresent(),
                expanded,
                node.when().isPresent(),
                inputs,
                outputs,
                report);
    }

    /** How often a node is repeated: as counted by the analysis, else as written. */
    private String times(String path, Value written) {
        int copies = 0;
        while (findings.report(path + "." + copies).isPresent()) {
            copies++;
        }
        String text = written.display();
        return copies > 0 ? Integer.toString(copies) : text.startsWith("=") ? text.substring(1) : text;
    }

    /** The sentence, led by the place inside the node where it is not the node itself. */
    private String message(String path, Optional<Diagnostic> worst, int count) {
        if (worst.isEmpty()) {
            return "";
        }
        String inside =
                worst.get().path().startsWith(path + "/") ? worst.get().path().substring(path.length() + 1) + ": " : "";
        String more = count > 1 ? "(" + count + ") " : "";
        return more + inside + worst.get().sentence(texts);
    }

    private static String detail(Optional<NodeReport> report, String times, String between, String unit) {
        if (report.isEmpty()) {
            return "";
        }
        StringBuilder line = new StringBuilder();
        report.get().outputs().stream()
                .findFirst()
                .flatMap(shape -> shape)
                .ifPresent(shape -> line.append(display(shape, times)));
        report.get()
                .cost()
                .ifPresent(cost -> amounts(cost)
                        .forEach(amount -> line.append(line.length() == 0 ? "" : between)
                                .append(unit.isEmpty() ? amount.replace(" ", "") : amount)));
        return line.toString();
    }

    private static List<String> amounts(Cost cost) {
        if (cost.params() == 0 && cost.macs() == 0) {
            return List.of();
        }
        return cost.macs() == 0
                ? List.of(Quantity.brief(cost.params()))
                : List.of(Quantity.brief(cost.params()), Quantity.brief(cost.macs()));
    }

    static String display(TensorShape shape, String times) {
        return String.join(times, shape.sizes().stream().map(String::valueOf).toList());
    }

    /** The shape that leaves a port, where it is known. */
    static Optional<TensorShape> shapeAt(Findings findings, String path, Endpoint from) {
        return findings.report(path)
                .filter(report -> from.port() < report.outputs().size())
                .flatMap(report -> report.outputs().get(from.port()));
    }
}
