package convas.editor.canvas.picture;

import convas.graph.Edge;
import convas.graph.Layout;
import convas.graph.Note;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Room for a card that becomes larger, or less of it where it becomes smaller: its corner stays, what is beyond moves. */
public final class Room {
    private final Bounds before;
    private final double dx;
    private final double dy;

    private Room(Bounds before, Bounds after) {
        this.before = before;
        this.dx = after.width() - before.width();
        this.dy = after.height() - before.height();
    }

    /**
     * The layout after a card grew or shrank. Whatever was right of it goes along with its right edge, whatever was below
     * with its lower one; frames that end there grow. Making the card as it was again undoes it.
     */
    public static Layout made(Layout layout, Bounds before, Bounds after) {
        Room room = new Room(before, after);
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

    private Point moved(Point place) {
        return place.plus(place.x() >= before.maxX() ? dx : 0, place.y() >= before.maxY() ? dy : 0);
    }
}
