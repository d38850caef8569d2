package convas.editor.document;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Edits;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Note;
import convas.graph.Point;
import convas.graph.Scope;
import convas.graph.Sheet;
import convas.graph.Splice;
import convas.graph.grouping.Belongings;
import convas.operator.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Edits that put a clip onto the sheet, with fresh ids where its own are taken, and select what was put there. */
public final class Pasting {
    private final Catalog catalog;
    private final OpenSheet open;
    private final Design design;

    Pasting(Catalog catalog, OpenSheet open, Design design) {
        this.catalog = catalog;
        this.open = open;
        this.design = design;
    }

    /** Copies nodes beside themselves, with the edges among them. */
    public Edit duplicate(Clip clip, double dx, double dy) {
        return insert(Label.of("editorcanvas.edit.duplicate"), clip, List.of(), dx, dy);
    }

    /** Puts a clip's top left corner at a place. */
    public Edit paste(Clip clip, Point place) {
        Point corner = clip.corner();
        return insert(
                Label.of("editorcanvas.edit.paste"), clip, List.of(), place.x() - corner.x(), place.y() - corner.y());
    }

    /** The same, and the copies read what their originals read, as far as that is on this sheet. */
    public Edit pasteConnected(Clip clip, Point place) {
        Point corner = clip.corner();
        List<Edge> entering =
                clip.entering().stream().filter(edge -> isSource(edge.from())).toList();
        return insert(
                Label.of("editordraw.edit.pasteConnected"),
                clip,
                entering,
                place.x() - corner.x(),
                place.y() - corner.y());
    }

    /** What a clip brings with it of what its nodes name. */
    public Belongings.Arrival arrival(Clip clip) {
        return clip.belongings().at(design, open.scope().orElse(Scope.DESIGN));
    }

    /** Whether a clip can be put into a wire: one of its nodes reads nothing in it, and one is read by nothing in it. */
    public boolean passes(Clip clip) {
        return first(clip).isPresent() && last(clip).isPresent();
    }

    /**
     * Puts a clip that {@link #passes} into a wire; what comes after it moves on along the flow as far as it needs room.
     *
     * @param place of the clip's top left corner
     * @param shown where everything stands
     * @param length of the clip along the flow, with what is left between two cards
     */
    public Edit pasteInto(Clip clip, Point place, Edge wire, Layout shown, Flow flow, double length) {
        Point corner = clip.corner();
        Map<String, String> names = names(clip);
        Edit pasted = insert(
                Label.of("editorcanvas.edit.paste"), clip, List.of(), place.x() - corner.x(), place.y() - corner.y());
        Optional<UnaryOperator<Design>> joined = open.scope()
                .map(scope -> scope.lift(Edits.all(List.of(
                        Splice.into(
                                wire,
                                named(first(clip).orElseThrow(), names),
                                named(last(clip).orElseThrow(), names)),
                        Rewiring.room(open, wire, place, shown, flow, length)))));
        return joined.map(pasted::and).orElseGet(Edit::none);
    }

    private Optional<Endpoint> first(Clip clip) {
        Graph graph = clip.sheet().graph();
        return only(graph.nodes().stream()
                .filter(node ->
                        graph.incoming(node.id()).isEmpty() && ports(node).takes(0)));
    }

    private Optional<Endpoint> last(Clip clip) {
        Graph graph = clip.sheet().graph();
        return only(graph.nodes().stream()
                .filter(node ->
                        graph.outgoing(node.id()).isEmpty() && ports(node).outputs() > 0));
    }

    private PortCount ports(Node node) {
        return PortCount.of(node, catalog.find(node.type()), Optional.empty());
    }

    private static Optional<Endpoint> only(Stream<Node> nodes) {
        List<Node> found = nodes.toList();
        return found.size() == 1 ? Optional.of(Endpoint.of(found.get(0).id())) : Optional.empty();
    }

    private boolean isSource(Endpoint from) {
        return open.sheet().graph().node(from.node()).isPresent()
                || open.body()
                        .filter(body -> body.inputs().contains(from.node()))
                        .isPresent();
    }

    private Edit insert(Label label, Clip clip, List<Edge> entering, double dx, double dy) {
        if (clip.isEmpty()) {
            return Edit.none();
        }
        Map<String, String> names = names(clip);
        Belongings.Arrival arrival = arrival(clip);
        List<UnaryOperator<Sheet>> edits = new ArrayList<>();
        for (Node node : clip.sheet().graph().nodes()) {
            Node copy = arrival.node(node)
                    .withId(names.get(node.id()))
                    .withShares(node.shares()
                            .map(shared -> names.getOrDefault(shared, shared))
                            .filter(shared -> names.containsValue(shared)
                                    || open.sheet().graph().node(shared).isPresent()));
            Point place = clip.sheet().layout().of(node.id()).orElse(clip.corner());
            edits.add(Edits.add(copy, place.plus(dx, dy)));
        }
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : clip.sheet().graph().edges()) {
            edges.add(new Edge(named(edge.from(), names), named(edge.to(), names), arrival.extras(edge)));
        }
        for (Edge edge : entering) {
            edges.add(new Edge(edge.from(), named(edge.to(), names), arrival.extras(edge)));
        }
        edits.add(sheet -> sheet.withGraph(with(sheet.graph(), edges)));
        // Colours, bends and notes; a wire must be there before it can have bends.
        Layout look = clip.sheet().layout();
        Layout there = look.part(names.keySet())
                .withNotes(look.notes())
                .renamed(names::get)
                .moved(dx, dy);
        edits.add(Edits.look(layout -> layout.plus(there)));
        Optional<UnaryOperator<Design>> lifted = open.scope().map(scope -> scope.lift(Edits.all(edits)));
        Set<Note> notes = new LinkedHashSet<>(there.notes());
        return lifted.map(put -> Edit.of(label, arrival.bring(open.scope().orElseThrow()))
                        .and(put)
                        .selecting(Selection.ofNodes(names.values()).withNotes(notes)))
                .orElseGet(Edit::none);
    }

    private Map<String, String> names(Clip clip) {
        Intents intents = new Intents(catalog, open);
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Node node : clip.sheet().graph().nodes()) {
            String id = intents.freeId(node.id(), taken);
            names.put(node.id(), id);
            taken.add(id);
        }
        return names;
    }

    private static Endpoint named(Endpoint end, Map<String, String> names) {
        return new Endpoint(names.get(end.node()), end.port());
    }

    private static Graph with(Graph graph, List<Edge> more) {
        List<Edge> edges = new ArrayList<>(graph.edges());
        edges.addAll(more);
        return new Graph(graph.nodes(), edges);
    }
}
