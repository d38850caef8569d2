package convas.editor.canvas.picture;

import convas.graph.Endpoint;

/**
 * A port as a small circle on a card's side.
 *
 * @param end the node and the port's number
 * @param input whether wires end here; else they start here
 * @param name what the node's type calls it
 * @param used whether a wire is there
 */
public record PortShape(Endpoint end, boolean input, String name, double x, double y, boolean used) {
    PortShape moved(double dx, double dy) {
        return new PortShape(end, input, name, x + dx, y + dy, used);
    }
}
