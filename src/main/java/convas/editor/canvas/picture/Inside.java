package convas.editor.canvas.picture;

import convas.graph.Flow;
import convas.graph.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of a module that is shown in place, inside the frame that the module's card has become.
 *
 * @param cards its nodes, each with the ids of the modules around it before its own ({@code stage/unit/conv}); a module
 *     that is shown in place itself stands before what it holds
 * @param wires among them and to the frame's ports, which stand for the body's ends
 * @param colors the names of the colours that its nodes were given, by the same ids
 */
public record Inside(List<NodeShape> cards, List<EdgeShape> wires, Map<String, String> colors) {
    static final double HEADER = 68;
    static final double PADDING = 22;
    /** For the wires between the frame's ports and the body. */
    static final double ENDS = 56;

    public Inside {
        cards = List.copyOf(cards);
        wires = List.copyOf(wires);
        colors = Map.copyOf(colors);
    }

    /** How large a frame round this is. */
    static Bounds frame(double x, double y, Bounds body, Flow flow) {
        boolean down = flow == Flow.DOWN;
        double width = body.width() + 2 * (down ? PADDING : ENDS);
        double height = HEADER + body.height() + (down ? ENDS + ENDS / 2 : PADDING);
        return Bounds.at(x, y, Math.max(NodeShape.WIDTH, width), height);
    }

    /** From a frame's upper edge to the cards of its body. */
    static double above(Flow flow) {
        return HEADER + (flow == Flow.DOWN ? ENDS / 2 : 0);
    }

    /** How far a body moves from its own corner into a frame. */
    static Point shift(NodeShape frame, Bounds body, Flow flow) {
        return new Point(
                frame.bounds().centerX() - body.centerX(), frame.bounds().minY() + above(flow) - body.minY());
    }

    /** This body in a frame, with the wires from and to the frame's ports. */
    Inside in(NodeShape frame, Bounds body, Flow flow) {
        Point shift = shift(frame, body, flow);
        double dx = shift.x();
        double dy = shift.y();
        String prefix = frame.id() + "/";
        Map<String, String> colored = new HashMap<>();
        colors.forEach((id, color) -> colored.put(prefix + id, color));
        return new Inside(
                cards.stream().map(card -> card.moved(dx, dy).within(prefix)).toList(),
                wires.stream().map(wire -> wire.shifted(dx, dy).within(prefix)).toList(),
                colored);
    }
}
