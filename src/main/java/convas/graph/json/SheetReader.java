package convas.graph.json;

import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Note;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nodes, edges and places: what a design and a module's body have in common. */
final class SheetReader {
    /** Where a note has none: wide enough for a sentence. */
    private static final Point NOTE_SIZE = new Point(200, 80);

    /** As many as a design may have once its modules are expanded. */
    private static final int MOST_NODES = 200_000;

    private static final int MOST_EDGES = 5 * MOST_NODES;

    /** More ports than any node has; keeps a port's number an int. */
    private static final Pattern ENDPOINT = Pattern.compile("([^:]+)(?::([0-9]{1,5}))?");

    private final List<Diagnostic> problems;
    private boolean incomplete;

    SheetReader(List<Diagnostic> problems) {
        this.problems = problems;
    }

    Sheet read(Fields fields) {
        List<Node> nodes = new ArrayList<>();
        Map<String, Point> places = new LinkedHashMap<>();
        Map<String, String> colors = new LinkedHashMap<>();
        Map<Edge, List<Point>> bends = new LinkedHashMap<>();
        List<Value> written = bounded(fields, "nodes", MOST_NODES);
        for (int index = 0; index < written.size(); index++) {
            Optional<Node> node = Fields.of(written.get(index), fields.place("nodes") + "[" + index + "]", problems)
                    .flatMap(each -> node(each, places, colors));
            incomplete |= node.isEmpty();
            node.ifPresent(nodes::add);
        }
        List<Edge> edges = new ArrayList<>();
        written = bounded(fields, "edges", MOST_EDGES);
        for (int index = 0; index < written.size(); index++) {
            Fields.of(written.get(index), fields.place("edges") + "[" + index + "]", problems)
                    .flatMap(each -> edge(each, bends))
                    .ifPresent(edges::add);
        }
        return new Sheet(new Graph(nodes, edges), new Layout(places, colors, bends, notes(fields)));
    }

    /** What no design can have is not read one by one, with a problem for each. */
    private List<Value> bounded(Fields fields, String field, int most) {
        List<Value> written =
                fields.required(field, Optional.of(fields.list(field))).orElseThrow();
        if (written.size() <= most) {
            return written;
        }
        problems.add(Diagnostic.error(fields.place(field), "", "graph.tooMany", most, written.size()));
        incomplete = true;
        return List.of();
    }

    /** Whether a node could not be read, so that an edge without its node says nothing new. */
    boolean isIncomplete() {
        return incomplete;
    }

    private Optional<Node> node(Fields fields, Map<String, Point> places, Map<String, String> colors) {
        Optional<String> id = fields.required("id", fields.name("id"));
        Optional<String> type = fields.required("type", fields.name("type"));
        Map<String, Value> params = fields.object("params");
        Optional<Value> repeat = fields.count("repeat");
        Optional<Value> when = fields.condition("when");
        Optional<String> shares = fields.name("shares");
        boolean muted = fields.flag("muted");
        Optional<String> color = fields.text("color");
        Optional<Point> place = fields.point("position");
        if (id.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        place.ifPresent(at -> places.putIfAbsent(id.get(), at));
        color.ifPresent(name -> colors.putIfAbsent(id.get(), name));
        return Optional.of(new Node(id.get(), type.get(), params, repeat, when, shares, muted, fields.rest()));
    }

    private Optional<Edge> edge(Fields fields, Map<Edge, List<Point>> bends) {
        Optional<Endpoint> from =
                fields.required("from", fields.name("from")).flatMap(text -> endpoint(text, fields.place("from")));
        Optional<Endpoint> to =
                fields.required("to", fields.name("to")).flatMap(text -> endpoint(text, fields.place("to")));
        // An edge's condition stands among its other fields: only the expansion reads it.
        Map<String, Value> others = new LinkedHashMap<>();
        fields.condition("when").ifPresent(when -> others.put("when", when));
        List<Point> via = fields.points("via");
        others.putAll(fields.rest());
        if (from.isPresent() && to.isPresent() && !via.isEmpty()) {
            bends.putIfAbsent(new Edge(from.get(), to.get()), via);
        }
        return from.isPresent() && to.isPresent()
                ? Optional.of(new Edge(from.get(), to.get(), others))
                : Optional.empty();
    }

    private List<Note> notes(Fields fields) {
        List<Note> notes = new ArrayList<>();
        List<Value> written = fields.list("notes");
        for (int index = 0; index < written.size(); index++) {
            Fields.of(written.get(index), fields.place("notes") + "[" + index + "]", problems)
                    .ifPresent(each -> notes.add(new Note(
                            each.required("text", each.text("text")).orElse(""),
                            each.required("position", each.point("position")).orElse(new Point(0, 0)),
                            each.point("size").orElse(NOTE_SIZE),
                            each.flag("frame"),
                            each.text("color"),
                            each.rest())));
        }
        return notes;
    }

    /** {@code "node"} or {@code "node:1"}. */
    Optional<Endpoint> endpoint(String text, String place) {
        Matcher matcher = ENDPOINT.matcher(text);
        if (!matcher.matches()) {
            problems.add(Diagnostic.error(place, "", "graph.endpoint", text));
            return Optional.empty();
        }
        int port = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return Optional.of(new Endpoint(matcher.group(1), port));
    }
}
