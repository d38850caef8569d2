package convas.editor.canvas.picture;

import convas.graph.Endpoint;
import convas.graph.Flow;
import convas.graph.Point;
import java.util.List;

/**
 * A port as a small circle on a card's side.
 *
 * @param end the node and the port's number
 * @param input whether wires end here; else they start here
 * @param name what the node's type calls it
 * @param used whether a wire is there
 */
public record PortShape(Endpoint end, boolean input, String name, double x, double y, boolean used) {
    private static final double APART = 20;

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

    /** This port at the level of others that lie some way off, but some way beyond {@code last}; as it is without any. */
    PortShape beside(List<PortShape> others, Point off, double last, Flow flow) {
        boolean down = flow == Flow.DOWN;
        double wish = others.stream()
                .mapToDouble(other -> other.across(flow) + (down ? off.x() : off.y()))
                .average()
                .orElse(across(flow));
        double at = Math.max(wish, last + APART);
        return new PortShape(end, input, name, down ? at : x, down ? y : at, used);
    }
}
