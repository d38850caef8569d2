package convas.analysis;

import convas.analysis.Element.Body;
import convas.analysis.Element.Failed;
import convas.analysis.Element.Placed;
import convas.analysis.Element.Share;
import convas.analysis.Element.Source;
import convas.analysis.expression.Datum;
import convas.analysis.expression.Names;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.Cost;
import convas.operator.Module;
import convas.operator.Pair;
import convas.operator.Parameter;
import convas.operator.TensorShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out one graph: a module's body for given arguments and input shapes, or a design's sheet. Used once. */
final class GraphExpansion {
    private static final Parameter<Long> COPIES = Parameter.ofInt("repeat").min(0);

    private final Uses uses;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<Placed> children = new ArrayList<>();
    private final Map<String, Flow> flows = new HashMap<>();
    private final Names names = new Names();
    private final Reader reader;
    private final Placement placement;
    private List<Optional<TensorShape>> inputs = List.of();
    private boolean inBody;

    GraphExpansion(Uses uses) {
        this.uses = uses;
        this.reader = new Reader(uses.library().formulas(), names, problems);
        this.placement = new Placement(uses, reader, problems);
    }

    /** A module's body; where a requirement does not hold, the body is not looked at. */
    Element module(Module module, Arguments arguments, List<TensorShape> shapes) {
        ModuleBody body = module.body();
        this.inBody = true;
        this.inputs = Uses.known(shapes);
        arguments.values().forEach((name, value) -> put(name, value));
        for (int port = 0; port < shapes.size(); port++) {
            String input = body.inputs().get(port);
            names.put(input, shapes.get(port));
            flows.put(input, new Flow.From(new Source(Source.OUTSIDE, port)));
        }
        reader.let(body.let());
        if (!reader.require(body.requirements()) || hasError()) {
            return Failed.of(module.type(), inputs, body.outputs().size(), problems);
        }
        expand(body.sheet().graph(), body.inputs());
        List<Optional<Source>> results = new ArrayList<>();
        body.outputs().forEach((name, endpoint) -> results.add(result(name, endpoint)));
        return finish(module.type(), results);
    }

    /** A design's own sheet. */
    Body design(Design design) {
        new Variables(problems).into(names, design.variables());
        reader.let(design.let());
        reader.require(design.requirements());
        expand(design.graph(), List.of());
        return finish("", List.of());
    }

    private void put(String name, Object value) {
        if (value instanceof Long whole) {
            Datum.of(Value.of(whole)).ifPresent(datum -> names.put(name, datum));
        } else if (value instanceof Double real) {
            Datum.of(Value.of(real)).ifPresent(datum -> names.put(name, datum));
        } else if (value instanceof Boolean bool) {
            names.put(name, new Datum.Truth(bool));
        } else if (value instanceof String text) {
            names.put(name, new Datum.Words(text));
        } else if (value instanceof Pair pair) {
            put(name + ".height", pair.height());
            put(name + ".width", pair.width());
            if (pair.height() == pair.width()) {
                put(name, pair.height());
            } else {
                names.put(name, new Datum.Opaque(Value.of(Value.of(pair.height()), Value.of(pair.width()))));
            }
        }
    }

    private void expand(Graph graph, List<String> outside) {
        Wiring wiring = new Wiring(graph, outside, problems);
        Sharing sharing = new Sharing(graph, problems);
        for (Node node : wiring.order()) {
            uses.checkWanted();
            uses.countNode();
            List<Edge> entering = there(wiring.incoming(node));
            Optional<Boolean> kept = node.muted()
                    ? Optional.of(false)
                    : node.when()
                            .map(when -> reader.condition(when, node.id(), "when"))
                            .orElse(Optional.of(true));
            Optional<Long> copies = node.repeat().flatMap(repeat -> copies(repeat, node.id()));
            if (kept.isPresent() && !kept.get() || copies.isPresent() && copies.get() == 0) {
                flows.put(
                        node.id(),
                        around(node, entering, !graph.outgoing(node.id()).isEmpty()));
                continue;
            }
            place(
                    node,
                    entering,
                    sharing,
                    copies,
                    kept.isPresent() && copies.isPresent() == node.repeat().isPresent());
        }
        sharing.check(children);
    }

    /** An edge may have a condition of its own, so that a left-out sum hands on one of its terms. */
    private List<Edge> there(List<Edge> edges) {
        for (Edge edge : edges) {
            if (!edge.extras().isEmpty()) {
                return edges.stream().filter(this::isThere).toList();
            }
        }
        return edges;
    }

    private boolean isThere(Edge edge) {
        Value when = edge.extras().get("when");
        return when == null || reader.condition(when, edge.to().node(), "when").orElse(true);
    }

    private Optional<Long> copies(Value repeat, String id) {
        Optional<Value> value = reader.evaluate(repeat, id, "repeat");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> count = COPIES.read(value.get(), new ArrayList<>());
        if (count.isEmpty()) {
            problems.add(Diagnostic.error(
                    id, "repeat", "analysis.repeat.count", value.get().display()));
        }
        return count;
    }

    /** What readers of a node that is left out read instead. Whoever mutes a node means it to be passed by. */
    private Flow around(Node node, List<Edge> entering, boolean isRead) {
        List<Flow> open = entering.stream()
                .map(edge -> flow(edge.from()))
                .filter(flow -> flow != Flow.GONE)
                .toList();
        if (open.size() == 1) {
            return open.get(0);
        }
        if (node.muted() && isRead && open.isEmpty() == entering.isEmpty()) {
            problems.add(Diagnostic.warning(node.id(), "", "analysis.muted", node.id(), open.size()));
        }
        return Flow.GONE;
    }

    private void place(Node node, List<Edge> entering, Sharing sharing, Optional<Long> copies, boolean known) {
        String id = node.id();
        checkEnd(node);
        Ends ends = new Ends(node, uses.library().find(node.type()), problems);
        for (Edge edge : entering) {
            ends.connect(edge, checked(flow(edge.from()), edge, id));
        }
        List<Optional<Source>> sources = ends.sources();
        List<Optional<TensorShape>> shapes = new ArrayList<>(sources.size());
        for (Optional<Source> source : sources) {
            shapes.add(source.isEmpty() ? Optional.empty() : shape(source.get()));
        }
        Map<String, Value> written = sharing.params(node);
        Placement.Found found = placement.place(node, written, shapes, ends.isComplete() && known, copies);
        Optional<Share> share = sharing.share(node);
        flows.put(id, new Flow.From(new Source(children.size(), 0)));
        children.add(new Placed(id, found.element(), found.values(), sources, share));
    }

    /** Inputs and outputs of the network stand on the design's own sheet, once each. */
    private void checkEnd(Node node) {
        if (node.type().equals(Analyzer.INPUT) || node.type().equals(Analyzer.OUTPUT)) {
            if (inBody) {
                problems.add(Diagnostic.error(node.id(), "", "analysis.module.end", node.type()));
            } else if (node.repeat().isPresent()) {
                problems.add(Diagnostic.error(node.id(), "repeat", "analysis.end.repeat", node.type()));
            }
        }
    }

    private Flow checked(Flow flow, Edge edge, String reader) {
        if (flow instanceof Flow.From from && from.source().child() != Source.OUTSIDE) {
            Element element = children.get(from.source().child()).element();
            int count = element.outputs().size();
            boolean typeKnown = uses.library().find(element.type()).isPresent();
            if (from.source().port() >= count) {
                if (typeKnown) {
                    problems.add(Diagnostic.error(
                            reader, "", "analysis.edge.outputPort", edge.from(), count, element.type()));
                }
                return Flow.LOST;
            }
        }
        return flow;
    }

    /** Where the tensor at an output port comes from, past nodes that are left out. */
    private Flow flow(Endpoint from) {
        Flow flow = flows.getOrDefault(from.node(), Flow.LOST);
        boolean own = flow instanceof Flow.From place
                && place.source().child() != Source.OUTSIDE
                && children.get(place.source().child()).id().equals(from.node());
        return own ? new Flow.From(new Source(((Flow.From) flow).source().child(), from.port())) : flow;
    }

    private Optional<TensorShape> shape(Source source) {
        if (source.child() == Source.OUTSIDE) {
            return inputs.get(source.port());
        }
        List<Optional<TensorShape>> outputs =
                children.get(source.child()).element().outputs();
        return outputs.get(source.port());
    }

    private Optional<Source> result(String name, Endpoint endpoint) {
        Flow flow = flow(endpoint);
        if (!flows.containsKey(endpoint.node())) {
            problems.add(Diagnostic.error("", "outputs", "analysis.output.absent", name, endpoint.node()));
        } else if (flow == Flow.GONE) {
            problems.add(Diagnostic.error("", "outputs", "analysis.output.leftOut", name, endpoint.node()));
        } else if (flow instanceof Flow.From from) {
            boolean exists = from.source().child() == Source.OUTSIDE
                    || from.source().port()
                            < children.get(from.source().child())
                                    .element()
                                    .outputs()
                                    .size();
            if (exists) {
                return Optional.of(from.source());
            }
            problems.add(Diagnostic.error("", "outputs", "analysis.output.absent", name, endpoint));
        }
        return Optional.empty();
    }

    private Body finish(String type, List<Optional<Source>> results) {
        long size = 0;
        boolean sound = true;
        for (Placed child : children) {
            size = Math.min(size + child.element().size(), Uses.MOST_NODES + 1);
            sound &= child.element().isSound();
        }
        List<Optional<TensorShape>> outputs =
                results.stream().map(source -> source.flatMap(this::shape)).toList();
        boolean tooMany = size > Uses.MOST_NODES;
        if (tooMany) {
            problems.add(Diagnostic.error("", "", "analysis.tooManyNodes", Uses.MOST_NODES));
        }
        Optional<Cost> cost =
                tooMany ? Optional.empty() : Sums.of(children.stream().map(Placed::cost), problems);
        return new Body(
                type,
                inputs,
                outputs,
                tooMany ? List.of() : List.copyOf(children),
                tooMany
                        ? results.stream()
                                .map(source -> Optional.<Source>empty())
                                .toList()
                        : results,
                List.copyOf(problems),
                cost,
                tooMany ? 1 : size,
                sound && !hasError() && !tooMany);
    }

    private boolean hasError() {
        return problems.stream().anyMatch(Diagnostic::isError);
    }
}
