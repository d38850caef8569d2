package convas.graph.json;

import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
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
        List<Value> written =
                fields.required("nodes", Optional.of(fields.list("nodes"))).orElseThrow();
        for (int index = 0; index < written.size(); index++) {
            Optional<Node> node = Fields.of(written.get(index), fields.place("nodes") + "[" + index + "]", problems)
                    .flatMap(each -> node(each, places));
            incomplete |= node.isEmpty();
            node.ifPresent(nodes::add);
        }
        List<Edge> edges = new ArrayList<>();
        written = fields.required("edges", Optional.of(fields.list("edges"))).orElseThrow();
        for (int index = 0; index < written.size(); index++) {
            Fields.of(written.get(index), fields.place("edges") + "[" + index + "]", problems)
                    .flatMap(this::edge)
                    .ifPresent(edges::add);
        }
        return new Sheet(new Graph(nodes, edges), new Layout(places));
    }

    /** Whether a node could not be read, so that an edge without its node says nothing new. */
    boolean isIncomplete() {
        return incomplete;
    }

    private Optional<Node> node(Fields fields, Map<String, Point> places) {
        Optional<String> id = fields.required("id", fields.text("id"));
        Optional<String> type = fields.required("type", fields.text("type"));
        Map<String, Value> params = fields.object("params");
        Optional<Value> repeat = fields.count("repeat");
        Optional<Value> when = fields.condition("when");
        Optional<String> shares = fields.text("shares");
        boolean muted = fields.flag("muted");
        Optional<Point> place = fields.point("position");
        if (id.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        place.ifPresent(at -> places.putIfAbsent(id.get(), at));
        return Optional.of(new Node(id.get(), type.get(), params, repeat, when, shares, muted, fields.rest()));
    }

    private Optional<Edge> edge(Fields fields) {
        Optional<Endpoint> from =
                fields.required("from", fields.text("from")).flatMap(text -> endpoint(text, fields.place("from")));
        Optional<Endpoint> to =
                fields.required("to", fields.text("to")).flatMap(text -> endpoint(text, fields.place("to")));
        // An edge's condition stands among its other fields: only the expansion reads it.
        Map<String, Value> others = new LinkedHashMap<>();
        fields.condition("when").ifPresent(when -> others.put("when", when));
        others.putAll(fields.rest());
        return from.isPresent() && to.isPresent()
                ? Optional.of(new Edge(from.get(), to.get(), others))
                : Optional.empty();
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
