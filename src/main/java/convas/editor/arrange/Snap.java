package convas.editor.arrange;

import convas.editor.canvas.picture.Bounds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where cards that are being moved come to rest: in line with an edge or the middle of another card that is near enough,
 * else on the grid.
 *
 * @param dx how much farther to move
 * @param guides the lines that say why; none where it was the grid
 */
public record Snap(double dx, double dy, List<Guide> guides) {
    /** Distance between the lines of the grid, in sheet pixels. */
    public static final double GRID = 8;

    /**
     * A line through edges or middles that agree.
     *
     * @param vertical whether it stands at the x coordinate {@code at} from y {@code from} to {@code to}, else the other
     *     way round
     */
    public record Guide(boolean vertical, double at, double from, double to) {}

    private record Axis(List<ToDoubleFunction<Bounds>> lines, boolean vertical) {}

    private static final Axis X = new Axis(List.of(Bounds::minX, Bounds::centerX, Bounds::maxX), true);
    private static final Axis Y = new Axis(List.of(Bounds::minY, Bounds::centerY, Bounds::maxY), false);

    public Snap {
        guides = List.copyOf(guides);
    }

    /**
     * Snaps what is moved.
     *
     * @param moving around all that is moved, where it would be without snapping
     * @param others the cards that stay
     * @param reach how near a line must be, in sheet pixels
     */
    public static Snap of(Bounds moving, Collection<Bounds> others, double reach) {
        double dx = nearest(moving, others, X, reach);
        double dy = nearest(moving, others, Y, reach);
        boolean inColumn = !Double.isNaN(dx);
        boolean inRow = !Double.isNaN(dy);
        double moveX = inColumn ? dx : Math.round(moving.minX() / GRID) * GRID - moving.minX();
        double moveY = inRow ? dy : Math.round(moving.minY() / GRID) * GRID - moving.minY();
        Bounds resting = moving.moved(moveX, moveY);
        List<Guide> guides = new ArrayList<>();
        if (inColumn) {
            guides(resting, others, X, guides);
        }
        if (inRow) {
            guides(resting, others, Y, guides);
        }
        return new Snap(moveX, moveY, guides);
    }

    /** The shortest way to a line of another card; NaN where none is near. Edges meet edges, middles middles. */
    private static double nearest(Bounds moving, Collection<Bounds> others, Axis axis, double reach) {
        double best = Double.NaN;
        for (Bounds other : others) {
            for (int line = 0; line < axis.lines().size(); line++) {
                for (int own = 0; own < axis.lines().size(); own++) {
                    if ((line == 1) == (own == 1)) {
                        double way = axis.lines().get(line).applyAsDouble(other)
                                - axis.lines().get(own).applyAsDouble(moving);
                        if (Math.abs(way) <= reach && !(Math.abs(way) >= Math.abs(best))) {
                            best = way;
                        }
                    }
                }
            }
        }
        return best;
    }

    private static void guides(Bounds resting, Collection<Bounds> others, Axis axis, List<Guide> guides) {
        for (ToDoubleFunction<Bounds> line : axis.lines()) {
            double at = line.applyAsDouble(resting);
            Bounds all = resting;
            boolean found = false;
            for (Bounds other : others) {
                for (ToDoubleFunction<Bounds> theirs : axis.lines()) {
                    if (Math.abs(theirs.applyAsDouble(other) - at) < 0.5) {
                        all = all.union(other);
                        found = true;
                    }
                }
            }
            if (found) {
                guides.add(
                        axis.vertical()
                                ? new Guide(true, at, all.minY(), all.maxY())
                                : new Guide(false, at, all.minX(), all.maxX()));
            }
        }
    }
}
