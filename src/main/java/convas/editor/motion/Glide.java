package convas.editor.motion;

import convas.graph.Layout;
import convas.graph.Point;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cards on their way from where they stood to where they are to stand: soft at both ends.
 *
 * @param from where each stood; one that is not in it stands at its end from the beginning
 * @param start when it began, in nanoseconds
 */
public record Glide(Map<String, Point> from, long start) {
    /** How long it lasts. */
    public static final long NANOSECONDS = 260_000_000;

    public Glide {
        from = Map.copyOf(from);
    }

    /** How much of the way lies behind at a time: 0 at the start, 1 from the end on. */
    public double progress(long now) {
        double time = Math.max(0, Math.min(1, (double) (now - start) / NANOSECONDS));
        return time * time * (3 - 2 * time);
    }

    public boolean isOver(long now) {
        return now - start >= NANOSECONDS;
    }

    /** Where everything is at a time. */
    public Layout at(long now, Layout end) {
        double part = progress(now);
        Map<String, Point> places = new LinkedHashMap<>();
        end.positions().forEach((id, place) -> {
            Point old = from.getOrDefault(id, place);
            places.put(id, new Point(old.x() + (place.x() - old.x()) * part, old.y() + (place.y() - old.y()) * part));
        });
        return end.with(places);
    }
}
