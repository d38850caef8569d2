package convas.editor.document;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Edits;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.graph.Splice;
import convas.graph.Value;
import convas.operator.Catalog;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Edits after which wires lead elsewhere than before: taking a node out of a chain, putting one in. */
public final class Rewiring {
    private final Catalog catalog;
    private final OpenSheet open;

    Rewiring(Catalog catalog, OpenSheet open) {
        this.catalog = catalog;
        this.open = open;
    }

    /**
     * Removes nodes and edges, and where a removed node had a single tensor coming in, its readers get that instead. One
     * that had none or several leaves its readers open.
     */
    public Edit delete(Selection selection) {
        return edit(
                        new Intents(catalog, open).delete(selection).label(),
                        Edits.all(List.of(
                                Edits.disconnect(selection.edges()),
                                Splice.out(selection.nodes()),
                                Annotations.erase(selection.notes()))))
                .selecting(Selection.NONE);
    }

    /** Whether a node can be put into a wire: it has both sides, hangs on nothing yet, and closes no cycle. */
    public boolean fits(String id, Edge wire) {
        Graph graph = open.wires();
        Optional<Node> node = open.sheet().graph().node(id);
        if (node.isEmpty()
                || !graph.incoming(id).isEmpty()
                || !graph.outgoing(id).isEmpty()
                || graph.node(wire.to().node()).isEmpty()) {
            return false;
        }
        return takesOne(node.get());
    }

    /** Whether nodes of a type have an input and an output. */
    public boolean passes(String type) {
        return takesOne(
                new Node("new", type, catalog.find(type).map(StartingValues::of).orElse(Map.of())));
    }

    private boolean takesOne(Node node) {
        PortCount ports = PortCount.of(node, catalog.find(node.type()), Optional.empty());
        return ports.takes(0) && ports.outputs() > 0;
    }

    /**
     * Puts a node that stands alone into a wire. What comes after it moves on along the flow as far as it needs room.
     *
     * @param place the node's top left corner
     * @param shown where everything stands
     * @param length of a card along the flow, with what is left between two
     */
    public Edit insert(String id, Point place, Edge wire, Layout shown, Flow flow, double length) {
        return edit(
                        Label.of("editorcanvas.edit.insert", id),
                        Edits.all(List.of(Edits.place(Map.of(id, place)), into(id, place, wire, shown, flow, length))))
                .selecting(Selection.ofNode(id));
    }

    /** Adds a node of a type and puts it into a wire. */
    public Edit insertNew(String type, Point place, Edge wire, Layout shown, Flow flow, double length) {
        String id = new Intents(catalog, open).freeId(Words.snakeCase(type), Set.of());
        Map<String, Value> params = catalog.find(type).map(StartingValues::of).orElse(Map.of());
        return edit(
                        Label.of("editorcanvas.edit.add", type),
                        Edits.all(List.of(
                                Edits.add(new Node(id, type, params), place),
                                into(id, place, wire, shown, flow, length))))
                .selecting(Selection.ofNode(id));
    }

    /** Adds a node of a type and connects it with a port: its first input, or its first output where that is an input. */
    public Edit addTo(String type, Point place, Endpoint port, boolean portIsInput) {
        String id = new Intents(catalog, open).freeId(Words.snakeCase(type), Set.of());
        Map<String, Value> params = catalog.find(type).map(StartingValues::of).orElse(Map.of());
        UnaryOperator<Sheet> connect =
                portIsInput ? Edits.connect(Endpoint.of(id), port) : Edits.connect(port, Endpoint.of(id));
        return edit(
                        Label.of("editorcanvas.edit.add", type),
                        Edits.all(List.of(Edits.add(new Node(id, type, params), place), connect)))
                .selecting(Selection.ofNode(id));
    }

    private UnaryOperator<Sheet> into(String id, Point place, Edge wire, Layout shown, Flow flow, double length) {
        String next = wire.to().node();
        Map<String, Point> moved = new LinkedHashMap<>();
        double from = shown.of(next).map(at -> along(at, flow)).orElse(Double.POSITIVE_INFINITY);
        double needed = Math.ceil(along(place, flow) + length - from);
        if (needed > 0) {
            Set<String> after = new HashSet<>(open.sheet().graph().reachable(List.of(next), true));
            after.remove(id);
            after.forEach(each -> shown.of(each)
                    .filter(at -> along(at, flow) >= from)
                    .ifPresent(at -> moved.put(each, flow == Flow.DOWN ? at.plus(0, needed) : at.plus(needed, 0))));
        }
        return Edits.all(List.of(Splice.into(wire, Endpoint.of(id), Endpoint.of(id)), Edits.place(moved)));
    }

    private static double along(Point place, Flow flow) {
        return flow == Flow.DOWN ? place.y() : place.x();
    }

    private Edit edit(Label label, UnaryOperator<Sheet> change) {
        Optional<UnaryOperator<Design>> lifted = open.scope().map(scope -> scope.lift(change));
        return lifted.map(design -> Edit.of(label, design)).orElseGet(Edit::none);
    }
}
