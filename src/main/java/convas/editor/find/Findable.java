package convas.editor.find;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.editor.document.Document;
import convas.graph.Node;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node that can be looked for.
 *
 * @param path ids joined by {@code /}
 * @param params as they are written; none of a node inside a module
 * @param report what the analysis knows of it
 */
public record Findable(String path, String type, Map<String, Value> params, Optional<NodeReport> report) {
    public Findable {
        params = Map.copyOf(params);
    }

    /** The value of a parameter: what it came to, with its default where none is written, else as it is written. */
    public Optional<Object> value(String parameter) {
        Optional<Object> known = report.flatMap(
                found -> Optional.ofNullable(found.values().values().get(parameter)));
        return known.isPresent()
                ? known
                : Optional.ofNullable(params.get(parameter)).map(Findable::plain);
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Whole whole) {
            return whole.value();
        }
        return value instanceof Value.Real real ? (Object) real.value() : value.display();
    }

    /** The last id of the path. */
    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A node of which the analysis knows. */
    public static Findable of(NodeReport report) {
        return new Findable(report.path(), report.type(), Map.of(), Optional.of(report));
    }

    /** The nodes of the sheet that is open, in their order, then all others that the analysis knows, by path. */
    public static List<Findable> in(Document document) {
        List<Findable> all = new ArrayList<>();
        String prefix = document.sheet().place().prefix();
        Map<String, NodeReport> reports =
                document.analysis().map(Analysis::nodes).orElse(Map.of());
        for (Node node : document.sheet().sheet().graph().nodes()) {
            String path = prefix + node.id();
            all.add(new Findable(path, node.type(), node.params(), Optional.ofNullable(reports.get(path))));
        }
        reports.forEach((path, report) -> {
            boolean here = path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0;
            if (!here) {
                all.add(of(report));
            }
        });
        return all;
    }
}
