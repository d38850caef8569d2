package convas.editor.canvas.picture;

import convas.graph.Point;

/** A rectangle on the sheet. */
public record Bounds(double minX, double minY, double maxX, double maxY) {
    /** What contains nothing and adds nothing to a union. */
    public static final Bounds NOTHING = new Bounds(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    public static Bounds at(double x, double y, double width, double height) {
        return new Bounds(x, y, x + width, y + height);
    }

    /** The rectangle between two opposite corners, whichever they are. */
    public static Bounds between(Point one, Point other) {
        return new Bounds(
                Math.min(one.x(), other.x()),
                Math.min(one.y(), other.y()),
                Math.max(one.x(), other.x()),
                Math.max(one.y(), other.y()));
    }

    public boolean isEmpty() {
        return maxX < minX || maxY < minY;
    }

    public double width() {
        return maxX - minX;
    }

    public double height() {
        return maxY - minY;
    }

    public double centerX() {
        return (minX + maxX) / 2;
    }

    public double centerY() {
        return (minY + maxY) / 2;
    }

    public boolean contains(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    public boolean contains(Bounds other) {
        return other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY;
    }

    public boolean meets(Bounds other) {
        return other.minX <= maxX && other.maxX >= minX && other.minY <= maxY && other.maxY >= minY;
    }

    public Bounds grown(double by) {
        return new Bounds(minX - by, minY - by, maxX + by, maxY + by);
    }

    public Bounds moved(double dx, double dy) {
        return new Bounds(minX + dx, minY + dy, maxX + dx, maxY + dy);
    }

    /** The part that both have; empty where they have none. */
    public Bounds within(Bounds other) {
        return new Bounds(
                Math.max(minX, other.minX),
                Math.max(minY, other.minY),
                Math.min(maxX, other.maxX),
                Math.min(maxY, other.maxY));
    }

    public Bounds union(Bounds other) {
        return new Bounds(
                Math.min(minX, other.minX),
                Math.min(minY, other.minY),
                Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }
}
