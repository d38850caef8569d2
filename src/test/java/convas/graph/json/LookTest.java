package convas.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Bookmark;
import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Note;
import convas.graph.Point;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a file is only looked at: as a person would write it, and as it is written. */
class LookTest {
    private static final String FILE = """
        {
          "format": "convas-design", "version": 1, "name": "looks",
          "nodes": [
            {"id": "a", "type": "Input", "params": {"shape": [1, 8, 8]}, "color": "red", "position": [0, 0]},
            {"id": "b", "type": "Output", "muted": true}
          ],
          "edges": [
            {"from": "a", "to": "b", "via": [[100, 50], [120, 60.5]]}
          ],
          "notes": [
            {"text": "stem", "frame": true, "color": "blue", "position": [-20, -40], "size": [300, 200]}
          ],
          "bookmarks": {
            "1": {"sheet": "a/b", "center": [10, 20], "zoom": 0.5}
          }
        }
        """;

    private final DesignFormat format = new DesignFormat();

    @Test
    void everythingIsReadAndWrittenAsItWas() {
        Reading<Design> reading = format.read(FILE.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), reading.problems());
        Design design = reading.value().orElseThrow();

        assertEquals(Optional.of("red"), design.layout().color("a"));
        assertTrue(design.graph().node("b").orElseThrow().muted());
        assertEquals(
                List.of(new Point(100, 50), new Point(120, 60.5)),
                design.layout().bends(Edge.of("a", "b")));
        assertEquals(
                List.of(new Note(
                        "stem", new Point(-20, -40), new Point(300, 200), true, Optional.of("blue"), Map.of())),
                design.layout().notes());
        assertEquals(Map.of("1", new Bookmark("a/b", new Point(10, 20), 0.5, Map.of())), design.bookmarks());
        assertEquals(FILE, new String(format.write(design), StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        String wrong = FILE.replace("\"muted\": true", "\"muted\": 1")
                .replace("[100, 50]", "[100]")
                .replace("\"center\": [10, 20], ", "");
        List<String> keys = format.read(wrong.getBytes(StandardCharsets.UTF_8)).problems().stream()
                .map(problem -> problem.path() + " " + problem.key())
                .toList();

        assertEquals(
                List.of(
                        "nodes[1].muted graph.expected.flag",
                        "edges[0].via[0] graph.expected.point",
                        "bookmarks[\"1\"] graph.missing"),
                keys);
    }
}
