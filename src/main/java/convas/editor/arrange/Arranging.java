package convas.editor.arrange;

import convas.editor.canvas.picture.Bounds;
import convas.graph.Point;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Lines cards up. Every function gets cards by id and gives the top left corners of those that move. */
public final class Arranging {
    private Arranging() {}

    /** Puts all cards at one line: the outermost edge among them, or the middle of them all. */
    public static Map<String, Point> aligned(Map<String, Bounds> cards, Side side) {
        Bounds all = cards.values().stream().reduce(Bounds.NOTHING, Bounds::union);
        Map<String, Point> places = new LinkedHashMap<>();
        cards.forEach((id, card) -> {
            double x = switch (side) {
                case LEFT -> all.minX();
                case CENTER -> Math.round(all.centerX() - card.width() / 2);
                case RIGHT -> all.maxX() - card.width();
                default -> card.minX();
            };
            double y = switch (side) {
                case TOP -> all.minY();
                case MIDDLE -> Math.round(all.centerY() - card.height() / 2);
                case BOTTOM -> all.maxY() - card.height();
                default -> card.minY();
            };
            places.put(id, new Point(x, y));
        });
        return places;
    }

    /** Makes the gaps between cards equal; the first and the last stay. Fewer than three stay all. */
    public static Map<String, Point> distributed(Map<String, Bounds> cards, boolean horizontally) {
        Map<String, Point> places = new LinkedHashMap<>();
        if (cards.size() < 3) {
            return places;
        }
        ToDoubleFunction<Bounds> start = horizontally ? Bounds::minX : Bounds::minY;
        ToDoubleFunction<Bounds> size = horizontally ? Bounds::width : Bounds::height;
        List<Map.Entry<String, Bounds>> sorted = cards.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> start.applyAsDouble(entry.getValue())))
                .toList();
        Bounds first = sorted.get(0).getValue();
        Bounds last = sorted.get(sorted.size() - 1).getValue();
        double taken = cards.values().stream().mapToDouble(size).sum();
        double whole = start.applyAsDouble(last) + size.applyAsDouble(last) - start.applyAsDouble(first);
        double gap = (whole - taken) / (cards.size() - 1);
        double at = start.applyAsDouble(first);
        for (Map.Entry<String, Bounds> entry : sorted) {
            Bounds card = entry.getValue();
            places.put(
                    entry.getKey(),
                    horizontally ? new Point(Math.round(at), card.minY()) : new Point(card.minX(), Math.round(at)));
            at += size.applyAsDouble(card) + gap;
        }
        return places;
    }
}
