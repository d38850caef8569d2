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
import java.util.ArrayList;
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

    /**
     * Adds a node of a type beside some that are there, and connects it: each of its inputs reads one of them, in order; of
     * several nodes a type with one input reads the last. One that has no input, or that stands beside a node that gives
     * nothing, is read by that node instead: at a free input, or within the wire that ends there.
     */
    public Edit append(String type, Point place, List<String> beside) {
        String id = new Intents(catalog, open).freeId(Words.snakeCase(type), Set.of());
        Map<String, Value> params = catalog.find(type).map(StartingValues::of).orElse(Map.of());
        Node node = new Node(id, type, params);
        List<UnaryOperator<Sheet>> edits = new ArrayList<>(List.of(Edits.add(node, place)));
        PortCount ports = PortCount.of(node, catalog.find(type), Optional.empty());
        List<String> giving =
                beside.stream().filter(other -> outputs(other) > 0).toList();
        if (ports.takes(0) && !giving.isEmpty()) {
            int most = ports.more() ? giving.size() : Math.min(ports.inputs(), giving.size());
            List<String> read = giving.subList(giving.size() - most, giving.size());
            for (int port = 0; port < read.size(); port++) {
                edits.add(Edits.connect(freeOutput(read.get(port)), new Endpoint(id, port)));
            }
        } else if (ports.outputs() > 0 && beside.size() == 1) {
            edits.add(before(id, beside.get(0), ports.takes(0)));
        }
        return edit(Label.of("editorcanvas.edit.add", type), Edits.all(edits)).selecting(Selection.ofNode(id));
    }

    private int outputs(String id) {
        return open.sheet()
                .graph()
                .node(id)
                .map(node -> PortCount.of(node, catalog.find(node.type()), Optional.empty())
                        .outputs())
                .orElse(0);
    }

    /** The first output that nothing reads yet; where all are read, the first. */
    private Endpoint freeOutput(String id) {
        Set<Endpoint> read = new HashSet<>();
        open.wires().outgoing(id).forEach(edge -> read.add(edge.from()));
        for (int port = 0; port < outputs(id); port++) {
            if (!read.contains(new Endpoint(id, port))) {
                return new Endpoint(id, port);
            }
        }
        return Endpoint.of(id);
    }

    private UnaryOperator<Sheet> before(String id, String reader, boolean passes) {
        Graph graph = open.sheet().graph();
        Set<Endpoint> taken = new HashSet<>();
        graph.incoming(reader).forEach(edge -> taken.add(edge.to()));
        PortCount ports = PortCount.of(
                graph.node(reader).orElseThrow(),
                catalog.find(graph.node(reader).orElseThrow().type()),
                Optional.empty());
        for (int port = 0; ports.takes(port); port++) {
            if (!taken.contains(new Endpoint(reader, port))) {
                return Edits.connect(Endpoint.of(id), new Endpoint(reader, port));
            }
        }
        return graph.incoming(reader).stream()
                .findFirst()
                .filter(wire -> passes)
                .map(wire -> Splice.into(wire, Endpoint.of(id), Endpoint.of(id)))
                .orElse(UnaryOperator.identity());
    }

    private UnaryOperator<Sheet> into(String id, Point place, Edge wire, Layout shown, Flow flow, double length) {
        return Edits.all(List.of(
                Splice.into(wire, Endpoint.of(id), Endpoint.of(id)), room(open, wire, place, shown, flow, length)));
    }

    /**
     * Moves what comes after a wire on along the flow, as far as something needs room that is put into it.
     *
     * @param place the top left corner of that
     * @param length of it along the flow, with what is left between two
     */
    static UnaryOperator<Sheet> room(OpenSheet open, Edge wire, Point place, Layout shown, Flow flow, double length) {
        String next = wire.to().node();
        Map<String, Point> moved = new LinkedHashMap<>();
        double from = shown.of(next).map(at -> along(at, flow)).orElse(Double.POSITIVE_INFINITY);
        double needed = Math.ceil(along(place, flow) + length - from);
        if (needed > 0) {
            Set<String> after = open.sheet().graph().reachable(List.of(next), true);
            after.forEach(each -> shown.of(each)
                    .filter(at -> along(at, flow) >= from)
                    .ifPresent(at -> moved.put(each, flow == Flow.DOWN ? at.plus(0, needed) : at.plus(needed, 0))));
        }
        return Edits.place(moved);
    }

    private static double along(Point place, Flow flow) {
        return flow == Flow.DOWN ? place.y() : place.x();
    }

    private Edit edit(Label label, UnaryOperator<Sheet> change) {
        Optional<UnaryOperator<Design>> lifted = open.scope().map(scope -> scope.lift(change));
        return lifted.map(design -> Edit.of(label, design)).orElseGet(Edit::none);
    }
}
