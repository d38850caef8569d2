package convas.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text on the canvas.
 *
 * @param position top left corner, canvas pixels
 * @param size width and height, canvas pixels
 * @param extras fields that this version does not know, kept as they were
 */
public record Note(String text, Point position, Point size, Map<String, Value> extras) {
    public Note {
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }
}
