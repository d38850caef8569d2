package convas.analysis;

import convas.analysis.Element.Chain;
import convas.analysis.Element.Failed;
import convas.graph.Diagnostic;
import convas.graph.Node;
import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.Cost;
import convas.operator.NodeType;
import convas.operator.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out one node of a graph: its type, its parameters, and the chain where it is repeated. */
final class Placement {
    private final Uses uses;
    private final Reader reader;
    private final List<Diagnostic> problems;

    Placement(Uses uses, Reader reader, List<Diagnostic> problems) {
        this.uses = uses;
        this.reader = reader;
        this.problems = problems;
    }

    /** What a node came to, and the values of its parameters. */
    record Found(Element element, Arguments values) {}

    /**
     * @param written parameters as they stand in the design
     * @param inputs shapes that reach it, empty where unknown
     * @param known whether all else that decides about it is known
     * @param copies how often it is repeated, one or more; empty where it is not
     */
    Found place(
            Node node,
            Map<String, Value> written,
            List<Optional<TensorShape>> inputs,
            boolean known,
            Optional<Long> copies) {
        Optional<NodeType> type = uses.library().find(node.type());
        if (type.isEmpty()) {
            problems.add(Diagnostic.error(
                    node.id(),
                    "",
                    "analysis.type.unknown",
                    node.type(),
                    uses.library().namesLike(node.type())));
            return new Found(Failed.of(node.type(), inputs, 0, List.of()), Arguments.NONE);
        }
        Reader.Reading read = reader.arguments(type.get(), written, node.id());
        Arguments values = read.values();
        if (!read.complete() || !known || inputs.stream().anyMatch(Optional::isEmpty)) {
            int outputs = Uses.outputs(type.get(), read.complete() ? values : Arguments.NONE);
            return new Found(Failed.of(node.type(), inputs, outputs, List.of()), values);
        }
        List<TensorShape> shapes = inputs.stream().map(Optional::get).toList();
        return new Found(
                copies.isEmpty()
                        ? uses.use(type.get(), values, shapes)
                        : chain(node, type.get(), values, shapes, copies.get()),
                values);
    }

    private Element chain(Node node, NodeType type, Arguments arguments, List<TensorShape> inputs, long count) {
        int outputs = Uses.outputs(type, arguments);
        if (outputs != inputs.size() && count > 1) {
            problems.add(Diagnostic.error(
                    node.id(), "repeat", "analysis.repeat.ports", node.type(), inputs.size(), outputs));
            return Failed.of(node.type(), Uses.known(inputs), outputs, List.of());
        }
        List<Element> copies = new ArrayList<>();
        List<TensorShape> shapes = inputs;
        long size = 0;
        for (long copy = 0; copy < count; copy++) {
            Element element = uses.use(type, arguments, shapes);
            size += element.size();
            if (size > Uses.MOST_NODES
                    || Math.multiplyHigh(element.size(), count - copy) != 0
                    || element.size() * (count - copy) > Uses.MOST_NODES) {
                problems.add(Diagnostic.error(node.id(), "repeat", "analysis.tooManyNodes", Uses.MOST_NODES));
                return Failed.of(node.type(), Uses.known(inputs), outputs, List.of());
            }
            copies.add(element);
            if (!element.isSound() || element.outputs().stream().anyMatch(Optional::isEmpty)) {
                break;
            }
            shapes = element.outputs().stream().map(Optional::get).toList();
        }
        boolean whole = copies.size() == count;
        Element last = copies.get(copies.size() - 1);
        List<Diagnostic> overflow = new ArrayList<>();
        Optional<Cost> cost = Sums.of(copies.stream().map(Element::cost), overflow);
        overflow.forEach(problem -> problems.add(Diagnostic.error(node.id(), "", problem.key(), node.type())));
        return new Chain(
                type.type(),
                Uses.known(inputs),
                whole
                        ? last.outputs()
                        : Failed.of("", List.of(), outputs, List.of()).outputs(),
                List.copyOf(copies),
                whole ? cost : Optional.empty(),
                size,
                whole && last.isSound());
    }
}
