package convas.editor.canvas.picture;

import convas.graph.Point;

/**
 * Which part of the sheet a surface shows: a point of the sheet is at {@code sheet * scale + (x, y)} on the surface.
 *
 * @param scale surface pixels for each pixel of the sheet
 */
public record Viewport(double scale, double x, double y) {
    public static final double LEAST = 0.02;
    public static final double MOST = 4;
    public static final Viewport START = new Viewport(1, 0, 0);

    public double surfaceX(double sheetX) {
        return sheetX * scale + x;
    }

    public double surfaceY(double sheetY) {
        return sheetY * scale + y;
    }

    /** The point of the sheet that is at a point of the surface. */
    public Point sheet(double surfaceX, double surfaceY) {
        return new Point((surfaceX - x) / scale, (surfaceY - y) / scale);
    }

    /** The part of the sheet that a surface of this size shows. */
    public Bounds visible(double width, double height) {
        return new Bounds(-x / scale, -y / scale, (width - x) / scale, (height - y) / scale);
    }

    /** The view dragged by some surface pixels. */
    public Viewport panned(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy);
    }

    /** Another scale, within the limits; what is at this point of the surface stays there. */
    public Viewport zoomed(double wanted, double surfaceX, double surfaceY) {
        double next = Math.max(LEAST, Math.min(MOST, wanted));
        double ratio = next / scale;
        return new Viewport(next, surfaceX - (surfaceX - x) * ratio, surfaceY - (surfaceY - y) * ratio);
    }

    /** A view of a whole area in the middle of the surface, never larger than actual size. */
    public static Viewport fitting(Bounds area, double width, double height, double margin) {
        if (area.isEmpty() || width <= 0 || height <= 0) {
            return new Viewport(1, width / 2, height / 2);
        }
        double roomX = Math.max(1, width - 2 * margin);
        double roomY = Math.max(1, height - 2 * margin);
        double wanted = Math.min(roomX / Math.max(1, area.width()), roomY / Math.max(1, area.height()));
        double scale = Math.max(LEAST, Math.min(1, wanted));
        return new Viewport(scale, width / 2 - area.centerX() * scale, height / 2 - area.centerY() * scale);
    }

    /** This view moved as little as needed for an area to be visible with a margin; its middle where it is too large. */
    public Viewport showing(Bounds area, double width, double height, double margin) {
        double dx = nudge(surfaceX(area.minX()), surfaceX(area.maxX()), width, margin);
        double dy = nudge(surfaceY(area.minY()), surfaceY(area.maxY()), height, margin);
        return panned(dx, dy);
    }

    private static double nudge(double from, double to, double size, double margin) {
        if (to - from > size - 2 * margin) {
            return size / 2 - (from + to) / 2;
        }
        return from < margin ? margin - from : to > size - margin ? size - margin - to : 0;
    }
}
