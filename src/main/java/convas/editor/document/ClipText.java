package convas.editor.document;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.Value;
import convas.graph.grouping.Belongings;
import convas.graph.json.DesignFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clips as text for the system's clipboard: a design file with nothing else in it, so that it can be pasted into
 * another window, a text editor or a message, and a design file from there can be pasted here.
 */
public final class ClipText {
    /** Edges from elsewhere, as pairs of ends: no part of a design, which could not have edges from nowhere. */
    private static final String ENTERING = "entering";

    private final DesignFormat format = new DesignFormat();

    /** @param source the design whose own modules the clip's nodes may use */
    public String write(Clip clip, Design source) {
        Map<String, ModuleBody> used = new LinkedHashMap<>();
        for (Node node : clip.sheet().graph().nodes()) {
            ModuleBody body = source.modules().get(node.type());
            if (body != null) {
                used.put(node.type(), body);
            }
        }
        List<Value> entering = clip.entering().stream()
                .map(edge -> Value.of(
                        Value.of(edge.from().toString()), Value.of(edge.to().toString())))
                .toList();
        Design carrier = Design.empty("clipboard")
                .withSheet(clip.sheet())
                .withVariables(clip.belongings().variables())
                .withLet(clip.belongings().let())
                .withModules(used)
                .withExtras(entering.isEmpty() ? Map.of() : Map.of(ENTERING, new Value.Sequence(entering)));
        return new String(format.write(carrier), StandardCharsets.UTF_8);
    }

    /** The clip in a text; absent where the text is no design. */
    public Optional<Clip> read(String text) {
        if (!text.contains("\"convas-design\"")) {
            return Optional.empty();
        }
        return format.read(text.getBytes(StandardCharsets.UTF_8))
                .value()
                .map(design -> new Clip(
                        design.sheet(), entering(design), Belongings.of(design, Optional.empty(), design.graph())))
                .filter(clip -> !clip.isEmpty());
    }

    private static List<Edge> entering(Design design) {
        List<Edge> edges = new ArrayList<>();
        if (design.extras().get(ENTERING) instanceof Value.Sequence pairs) {
            for (Value pair : pairs.values()) {
                if (pair instanceof Value.Sequence ends
                        && ends.values().size() == 2
                        && ends.values().get(0) instanceof Value.Text from
                        && ends.values().get(1) instanceof Value.Text to) {
                    edge(from.value(), to.value())
                            .filter(edge ->
                                    design.graph().node(edge.to().node()).isPresent())
                            .ifPresent(edges::add);
                }
            }
        }
        return edges;
    }

    private static Optional<Edge> edge(String from, String to) {
        try {
            return Optional.of(Edge.of(from, to));
        } catch (NumberFormatException noPort) {
            return Optional.empty();
        }
    }
}
