package convas.editor.canvas.picture;

import convas.analysis.NodeReport;
import convas.graph.Diagnostic.Severity;
import convas.graph.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A node as a card.
 *
 * @param node what it stands for; for an end of a module's body, a node of no type with that end's name
 * @param category decides its colour
 * @param detail the second line: shape, params and MACs; {@code shortDetail} says the same with less room
 * @param grave how bad what is wrong with it is; absent where nothing is
 * @param message what is wrong with it; empty where nothing is
 * @param badge how often it is repeated; empty for once
 * @param opens whether it has a body to look into
 * @param expanded whether it is a frame in which that body is shown
 * @param conditional whether it may be left out
 */
public record NodeShape(
        Node node,
        Kind kind,
        Bounds bounds,
        String category,
        String detail,
        String shortDetail,
        Optional<Severity> grave,
        String message,
        String badge,
        boolean opens,
        boolean expanded,
        boolean conditional,
        List<PortShape> inputs,
        List<PortShape> outputs,
        Optional<NodeReport> report) {
    /** What a card stands for. */
    public enum Kind {
        NODE,
        /** Where a tensor enters a module's body. */
        INPUT_END,
        /** Where a tensor leaves a module's body. */
        OUTPUT_END
    }

    /** Width of every card. */
    public static final double WIDTH = 176;
    /** Height of a card with up to three ports on a side. */
    public static final double HEIGHT = 66;

    public NodeShape {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    public String id() {
        return node.id();
    }

    public boolean isError() {
        return grave.filter(Severity.ERROR::equals).isPresent();
    }

    /** What the card is called: its type, or for an end of a body its name. */
    public String title() {
        return kind == Kind.NODE ? node.type() : node.id();
    }

    /** This card elsewhere. */
    public NodeShape moved(double dx, double dy) {
        return with(
                node,
                bounds.moved(dx, dy),
                ports(inputs, port -> port.moved(dx, dy)),
                ports(outputs, port -> port.moved(dx, dy)));
    }

    /** The same in a body that is shown in place: the ids of what is around come before its own. */
    NodeShape within(String prefix) {
        return with(
                node.withId(prefix + node.id()),
                bounds,
                ports(inputs, port -> port.within(prefix)),
                ports(outputs, port -> port.within(prefix)));
    }

    /** The same with its ports elsewhere. */
    NodeShape withPorts(List<PortShape> in, List<PortShape> out) {
        return with(node, bounds, in, out);
    }

    private static List<PortShape> ports(List<PortShape> ports, UnaryOperator<PortShape> change) {
        return ports.stream().map(change).toList();
    }

    private NodeShape with(Node as, Bounds at, List<PortShape> in, List<PortShape> out) {
        return new NodeShape(
                as,
                kind,
                at,
                category,
                detail,
                shortDetail,
                grave,
                message,
                badge,
                opens,
                expanded,
                conditional,
                in,
                out,
                report);
    }

    /** Whether it stands in a body that is shown in place. */
    public boolean isInner() {
        return id().indexOf('/') >= 0;
    }

    /** The id without those of the modules around it. */
    public String name() {
        return id().substring(id().lastIndexOf('/') + 1);
    }

    /** Where a click shows a module's body in place, or no more. */
    public Bounds fold() {
        double y = expanded ? bounds.minY() + 46 : bounds.maxY();
        return Bounds.at(bounds.maxX() - 24, y - 7, 14, 14);
    }

    /** A port by number; the last one where there are fewer; absent where there is none at all. */
    public Optional<PortShape> port(boolean input, int number) {
        List<PortShape> ports = input ? inputs : outputs;
        return ports.isEmpty() ? Optional.empty() : Optional.of(ports.get(Math.min(number, ports.size() - 1)));
    }
}
