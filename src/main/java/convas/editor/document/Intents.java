package convas.editor.document;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Edits;
import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Graph;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Point;
import convas.graph.Scope;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.graph.Variable;
import convas.operator.Catalog;
import convas.operator.NodeType;
import convas.operator.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a person may mean to do with the sheet that is open, each as an {@link Edit} of the design. On a sheet that is
 * only looked at, every intent is {@link Edit#none()}.
 */
public final class Intents {
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private final Catalog catalog;
    private final OpenSheet open;

    /** @param catalog with the design's own modules */
    public Intents(Catalog catalog, OpenSheet open) {
        this.catalog = catalog;
        this.open = open;
    }

    /** Adds a node with a fresh id and starting values for what its type requires, and selects it. */
    public Edit add(String type, Point place) {
        String id = freeId(Words.snakeCase(type), Set.of());
        Map<String, Value> params = catalog.find(type).map(StartingValues::of).orElse(Map.of());
        return edit(Label.of("editorcanvas.edit.add", type), Edits.add(new Node(id, type, params), place))
                .selecting(Selection.ofNode(id));
    }

    /**
     * Connects an output port to an input port, in place of an edge that ended there.
     *
     * @param to may be an output of the module whose body this is
     */
    public Edit connect(Endpoint from, Endpoint to) {
        return edit(Label.of("editorcanvas.edit.connect", from.node(), to.name()), Edits.connect(from, to));
    }

    /** Removes edges. */
    public Edit disconnect(Collection<Edge> edges) {
        return edit(Label.of("editorcanvas.edit.disconnect", edges.size()), Edits.disconnect(edges));
    }

    /** Removes nodes and edges. */
    public Edit delete(Selection selection) {
        String what =
                selection.single().orElse(Integer.toString(selection.nodes().size()));
        Label label = selection.nodes().isEmpty()
                ? selection.edges().isEmpty()
                        ? Label.of(
                                "editordraw.edit.deleteNotes", selection.notes().size())
                        : Label.of(
                                "editorcanvas.edit.disconnect",
                                selection.edges().size())
                : selection.nodes().size() == 1
                        ? Label.of("editorcanvas.edit.deleteOne", what)
                        : Label.of("editorcanvas.edit.delete", what);
        return edit(
                        label,
                        Edits.all(List.of(
                                Edits.disconnect(selection.edges()),
                                Edits.remove(selection.nodes()),
                                Annotations.erase(selection.notes()))))
                .selecting(Selection.NONE);
    }

    /** Puts nodes at places. */
    public Edit place(Map<String, Point> places) {
        return edit(
                places.size() == 1
                        ? Label.of(
                                "editorcanvas.edit.moveOne",
                                places.keySet().iterator().next())
                        : Label.of("editorcanvas.edit.move", places.size()),
                Edits.place(places));
    }

    /**
     * Puts the nodes where a layout wants them.
     *
     * @param flow which way tensors run in it; where that is another than before, the other sheets of the design are laid
     *     out anew when they are shown
     */
    public Edit tidy(Map<String, Point> places, Flow flow) {
        UnaryOperator<Sheet> place = sheet -> {
            Sheet placed = Edits.place(places).apply(sheet);
            return placed.withLayout(placed.layout().unbent(places.keySet()));
        };
        Edit here = edit(Label.of("editorcanvas.edit.tidy"), place);
        Optional<Scope> scope = open.scope();
        if (scope.isEmpty()) {
            return here;
        }
        return Edit.of(
                here.label(),
                design ->
                        here.change().apply(design.view().flow() == flow ? design : turned(design, flow, scope.get())));
    }

    private static Sheet unplaced(Sheet sheet) {
        return sheet.withLayout(sheet.layout().unplaced());
    }

    private static Design turned(Design design, Flow flow, Scope here) {
        Map<String, ModuleBody> modules = new LinkedHashMap<>(design.modules());
        modules.replaceAll(
                (type, body) -> here.equals(Scope.module(type)) ? body : body.withSheet(unplaced(body.sheet())));
        Design turned = design.withModules(modules).withView(design.view().withFlow(flow));
        return here.equals(Scope.DESIGN) ? turned : turned.withSheet(unplaced(turned.sheet()));
    }

    /** Sets a parameter of some nodes, or puts it back at its default where the value is absent. */
    public Edit setParam(Collection<String> ids, String name, Optional<Value> value) {
        return edit(
                Label.of("editorcanvas.edit.param", name),
                Edits.all(
                        ids.stream().map(id -> Edits.setParam(id, name, value)).toList()));
    }

    /** Whether a node may be called so: a legal id that nothing else here has. */
    public boolean isFreeId(String id) {
        return ID.matcher(id).matches()
                && open.sheet().graph().node(id).isEmpty()
                && open.body().filter(body -> body.inputs().contains(id)).isEmpty();
    }

    /** Why a node may not be called so, as a key of texts; empty where it may. */
    public Optional<String> idRefusal(String id) {
        if (isFreeId(id)) {
            return Optional.empty();
        } else if (id.isEmpty()) {
            return Optional.of("editorinspector.id.empty");
        } else if (id.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of("editorinspector.id.space");
        }
        return Optional.of(ID.matcher(id).matches() ? "editorinspector.id.taken" : "editorinspector.id.signs");
    }

    /** Gives a node another id; nothing where that is no legal id or not free. */
    public Edit rename(String id, String newId) {
        return isFreeId(newId)
                ? edit(Label.of("editorcanvas.edit.rename", id, newId), Edits.rename(id, newId))
                        .selecting(Selection.ofNode(newId))
                : Edit.none();
    }

    /** How many copies stand in a chain; absent means one. */
    public Edit repeat(String id, Optional<Value> times) {
        return edit(Label.of("editorcanvas.edit.repeat", id), Edits.change(id, node -> node.withRepeat(times)));
    }

    /** The condition under which a node is there; absent means always. */
    public Edit when(String id, Optional<Value> condition) {
        return edit(Label.of("editorcanvas.edit.when", id), Edits.change(id, node -> node.withWhen(condition)));
    }

    /** Mutes nodes: they are left out until they are restored, which this does where all of them are muted already. */
    public Edit mute(Collection<String> ids) {
        boolean restore = ids.stream()
                .allMatch(
                        id -> open.sheet().graph().node(id).filter(Node::muted).isPresent());
        return edit(
                Label.of(
                        restore ? "editordraw.edit.restore" : "editordraw.edit.mute",
                        ids.size() == 1 ? ids.iterator().next() : ids.size()),
                Edits.all(ids.stream()
                        .map(id -> Edits.change(id, node -> node.withMuted(!restore)))
                        .toList()));
    }

    /** Gives the design's variable another value. */
    public Edit setVariable(String name, Value value) {
        return Edit.of(Label.of("editorcanvas.edit.variable", name), design -> {
            Map<String, Variable> variables = new LinkedHashMap<>(design.variables());
            variables.computeIfPresent(name, (key, variable) -> variable.withValue(value));
            return design.withVariables(variables);
        });
    }

    /**
     * Makes nodes ones of another type: wires stay where the new type has the ports, parameters that both types have
     * keep their values, and new required ones start sensibly. Ids stay, so that weights keep their names.
     */
    public Edit replaceType(Collection<String> ids, String type) {
        Optional<NodeType> found = catalog.find(type);
        List<Node> nodes = ids.stream()
                .flatMap(id -> open.sheet().graph().node(id).stream())
                .filter(node -> !node.type().equals(type))
                .toList();
        if (found.isEmpty() || nodes.isEmpty()) {
            return Edit.none();
        }
        return edit(
                nodes.size() == 1
                        ? Label.of("editorcanvas.edit.replace", nodes.get(0).id(), type)
                        : Label.of("editordraw.edit.replace", nodes.size(), type),
                Edits.all(
                        nodes.stream().map(node -> replaced(node, found.get())).toList()));
    }

    private UnaryOperator<Sheet> replaced(Node node, NodeType type) {
        Map<String, Value> params = new LinkedHashMap<>();
        node.params().forEach((name, value) -> {
            if (type.parameters().stream().anyMatch(each -> takes(each, name, value))) {
                params.put(name, value);
            }
        });
        StartingValues.of(type).forEach(params::putIfAbsent);
        Node changed = node.withType(type.type()).withParams(params);
        PortCount ports = PortCount.of(changed, Optional.of(type), Optional.empty());
        Graph graph = open.wires();
        List<Edge> lost = new ArrayList<>();
        graph.incoming(node.id()).stream()
                .filter(edge -> !ports.takes(edge.to().port()))
                .forEach(lost::add);
        graph.outgoing(node.id()).stream()
                .filter(edge -> edge.from().port() >= ports.outputs())
                .forEach(lost::add);
        return Edits.all(List.of(Edits.disconnect(lost), Edits.change(node.id(), old -> changed)));
    }

    /** Whether this is the parameter of that name, and the value makes sense to it; an expression may. */
    private static boolean takes(Parameter<?> parameter, String name, Value value) {
        return parameter.name().equals(name)
                && (value instanceof Value.Expression
                        || parameter.read(value, new ArrayList<>()).isPresent());
    }

    /** An id that nothing here has, made from a wish. */
    String freeId(String wish, Set<String> taken) {
        String id = wish;
        for (int number = 2; !isFreeId(id) || taken.contains(id); number++) {
            id = wish + number;
        }
        return id;
    }

    private Edit edit(Label label, UnaryOperator<Sheet> change) {
        Optional<UnaryOperator<Design>> lifted = open.scope().map(scope -> scope.lift(change));
        return lifted.map(design -> Edit.of(label, design)).orElseGet(Edit::none);
    }
}
