package convas.graph;

/** A place on the canvas, in canvas pixels at 100 %; x grows to the right, y downward. */
public record Point(double x, double y) {
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
