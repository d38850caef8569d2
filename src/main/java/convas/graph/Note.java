package convas.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A text on the canvas.
 *
 * @param position top left corner, canvas pixels
 * @param size width and height, canvas pixels
 * @param frame whether it is a frame round nodes, which takes along what stands inside it when it is moved
 * @param color the name of its colour; absent for that of paper
 * @param extras fields that this version does not know, kept as they were
 */
public record Note(
        String text, Point position, Point size, boolean frame, Optional<String> color, Map<String, Value> extras) {
    public Note {
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    public Note withText(String changed) {
        return new Note(changed, position, size, frame, color, extras);
    }

    public Note withColor(Optional<String> changed) {
        return new Note(text, position, size, frame, changed, extras);
    }

    /** The same elsewhere, or of another size. */
    public Note at(Point corner, Point extent) {
        return new Note(text, corner, extent, frame, color, extras);
    }

    public Note movedBy(double dx, double dy) {
        return at(position.plus(dx, dy), size);
    }
}
