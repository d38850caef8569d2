package convas.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place of a design that somebody wants to come back to.
 *
 * @param sheet path of the module's node that is open there, {@code stage/unit}; empty on the design's own sheet
 * @param center what is in the middle of the view
 * @param zoom screen pixels for each pixel of the sheet
 * @param extras fields that this version does not know, kept as they were
 */
public record Bookmark(String sheet, Point center, double zoom, Map<String, Value> extras) {
    public Bookmark {
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }
}
