package convas.editor.canvas.picture;

import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Point;

/**
 * A port as a small circle on a card's side.
 *
 * @param end the node and the port's number
 * @param input whether wires end here; else they start here
 * @param name what the node's type calls it
 * @param used whether a wire is there
 */
public record PortShape(Endpoint end, boolean input, String name, double x, double y, boolean used) {
    /** Between two ports of a card. */
    static final double APART = 20;

    public Point place() {
        return new Point(x, y);
    }

    PortShape moved(double dx, double dy) {
        return new PortShape(end, input, name, x + dx, y + dy, used);
    }

    PortShape within(String prefix) {
        return new PortShape(new Endpoint(prefix + end.node(), end.port()), input, name, x, y, used);
    }

    /** Where it is across the flow. */
    double across(Flow flow) {
        return flow == Flow.DOWN ? x : y;
    }

    /** This port elsewhere across the flow. */
    PortShape acrossAt(double at, Flow flow) {
        return flow == Flow.DOWN
                ? new PortShape(end, input, name, at, y, used)
                : new PortShape(end, input, name, x, at, used);
    }
}
