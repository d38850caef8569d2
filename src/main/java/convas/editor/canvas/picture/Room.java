package convas.editor.canvas.picture;

import convas.graph.Edge;
import convas.graph.Layout;
import convas.graph.Note;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Room for cards that become larger, or less of it where one becomes smaller: their corners stay or go along with what
 * makes room before them, what is beyond moves.
 */
public final class Room {
    /** From a place on: how far what is there moves. */
    private final TreeMap<Double, Double> right = new TreeMap<>();

    private final TreeMap<Double, Double> down = new TreeMap<>();

    private Room() {}

    /**
     * The layout after a card grew or shrank. Whatever was right of it goes along with its right edge, whatever was below
     * with its lower one; frames that end there grow. Making the card as it was again undoes it.
     */
    public static Layout made(Layout layout, Bounds before, Bounds after) {
        return made(layout, Map.of(before, after));
    }

    /** The same for several cards at once: those above each other need only as much room as the widest of them. */
    static Layout made(Layout layout, Map<Bounds, Bounds> cards) {
        Room room = new Room();
        cards.entrySet().stream()
                .sorted(Comparator.comparingDouble(card -> card.getKey().maxX()))
                .forEach(card -> grow(
                        room.right,
                        card.getKey().minX(),
                        card.getKey().maxX(),
                        card.getValue().width() - card.getKey().width()));
        cards.entrySet().stream()
                .sorted(Comparator.comparingDouble(card -> card.getKey().maxY()))
                .forEach(card -> grow(
                        room.down,
                        card.getKey().minY(),
                        card.getKey().maxY(),
                        card.getValue().height() - card.getKey().height()));
        Map<String, Point> places = new LinkedHashMap<>();
        layout.positions().forEach((id, place) -> places.put(id, room.moved(place)));
        Map<Edge, List<Point>> bends = new LinkedHashMap<>();
        layout.bends()
                .forEach((edge, points) ->
                        bends.put(edge, points.stream().map(room::moved).toList()));
        List<Note> notes = new ArrayList<>();
        for (Note note : layout.notes()) {
            Point corner = room.moved(note.position());
            Point end =
                    room.moved(note.position().plus(note.size().x(), note.size().y()));
            notes.add(note.at(corner, new Point(end.x() - corner.x(), end.y() - corner.y())));
        }
        return new Layout(places, layout.colors(), bends, notes);
    }

    private static void grow(TreeMap<Double, Double> moves, double start, double end, double by) {
        double wanted = at(moves, start) + by;
        moves.put(end, moves.isEmpty() ? wanted : Math.max(wanted, at(moves, end)));
    }

    private static double at(TreeMap<Double, Double> moves, double place) {
        Map.Entry<Double, Double> entry = moves.floorEntry(place);
        return entry == null ? 0 : entry.getValue();
    }

    private Point moved(Point place) {
        return place.plus(at(right, place.x()), at(down, place.y()));
    }
}
