package convas.graph.json;

import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Node;
import convas.graph.Note;
import convas.graph.Point;
import convas.graph.Sheet;
import convas.graph.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Nodes and edges, each in one line. A port's number is written only where the node's side has more than the first. */
final class SheetWriter {
    private final Sheet sheet;
    private final Set<String> severalIn = new HashSet<>();
    private final Set<String> severalOut = new HashSet<>();

    /** @param sources inner ports that a module's outputs read */
    SheetWriter(Sheet sheet, List<Endpoint> sources) {
        this.sheet = sheet;
        for (Edge edge : sheet.graph().edges()) {
            note(edge.from(), severalOut);
            note(edge.to(), severalIn);
        }
        sources.forEach(source -> note(source, severalOut));
    }

    private static void note(Endpoint end, Set<String> several) {
        if (end.port() > 0) {
            several.add(end.node());
        }
    }

    List<String> nodes() {
        return sheet.graph().nodes().stream().map(this::node).toList();
    }

    List<String> edges() {
        return sheet.graph().edges().stream().map(this::edge).toList();
    }

    /** An end at which an edge, or an output of a module, starts. */
    String source(Endpoint end) {
        return end(end, severalOut);
    }

    private static String end(Endpoint end, Set<String> several) {
        return several.contains(end.node()) ? end.toString() : end.node();
    }

    private String node(Node node) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", JsonLines.quote(node.id()));
        fields.put("type", JsonLines.quote(node.type()));
        if (!node.params().isEmpty()) {
            fields.put("params", JsonLines.inline(new Value.Mapping(node.params())));
        }
        node.repeat().ifPresent(value -> fields.put("repeat", JsonLines.inline(value)));
        node.when().ifPresent(value -> fields.put("when", JsonLines.inline(value)));
        node.shares().ifPresent(owner -> fields.put("shares", JsonLines.quote(owner)));
        if (node.muted()) {
            fields.put("muted", "true");
        }
        node.extras().forEach((name, value) -> fields.put(name, JsonLines.inline(value)));
        sheet.layout().color(node.id()).ifPresent(color -> fields.put("color", JsonLines.quote(color)));
        sheet.layout().of(node.id()).ifPresent(place -> fields.put("position", DesignWriter.point(place)));
        return JsonLines.object(fields);
    }

    private String edge(Edge edge) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", JsonLines.quote(source(edge.from())));
        fields.put("to", JsonLines.quote(end(edge.to(), severalIn)));
        edge.extras().forEach((name, value) -> fields.put(name, JsonLines.inline(value)));
        List<Point> via = sheet.layout().bends(edge);
        if (!via.isEmpty()) {
            fields.put("via", via.stream().map(DesignWriter::point).collect(Collectors.joining(", ", "[", "]")));
        }
        return JsonLines.object(fields);
    }

    List<String> notes() {
        return sheet.layout().notes().stream().map(SheetWriter::note).toList();
    }

    private static String note(Note note) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("text", JsonLines.quote(note.text()));
        if (note.frame()) {
            fields.put("frame", "true");
        }
        note.color().ifPresent(color -> fields.put("color", JsonLines.quote(color)));
        note.extras().forEach((name, value) -> fields.put(name, JsonLines.inline(value)));
        fields.put("position", DesignWriter.point(note.position()));
        fields.put("size", DesignWriter.point(note.size()));
        return JsonLines.object(fields);
    }
}
