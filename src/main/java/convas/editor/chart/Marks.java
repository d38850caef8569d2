package convas.editor.chart;

import java.util.List;
import java.util.Optional;

/**
 * Places on a chart that stand for something: the pointer finds the nearest, the arrow keys walk from one to the next.
 *
 * @param all from left to right
 */
public record Marks(List<Mark> all) {
    private static final double REACH = 14;

    /**
     * One of them.
     *
     * @param id what it stands for
     * @param words what is said of it
     */
    public record Mark(String id, double x, double y, String words) {}

    public Marks {
        all = List.copyOf(all);
    }

    /** The one nearest to a place, within reach of a finger or, where {@code anyHeight}, at the same x. */
    public Optional<Mark> near(double x, double y, boolean anyHeight) {
        Mark nearest = null;
        double least = anyHeight ? Double.MAX_VALUE : REACH;
        for (Mark mark : all) {
            double distance = anyHeight ? Math.abs(mark.x() - x) : Math.hypot(mark.x() - x, mark.y() - y);
            if (distance <= least) {
                nearest = mark;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    public Optional<Mark> of(String id) {
        return all.stream().filter(mark -> mark.id().equals(id)).findFirst();
    }

    /** The one some steps to the right of another, or to its left; the first where there is no other. */
    public Optional<Mark> from(String id, int steps) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int at = of(id).map(all::indexOf).orElse(steps > 0 ? -1 : all.size());
        return Optional.of(all.get(Math.max(0, Math.min(all.size() - 1, at + steps))));
    }
}
