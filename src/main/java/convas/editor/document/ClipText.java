package convas.editor.document;

import convas.graph.Design;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.json.DesignFormat;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Clips as text for the system's clipboard: a design file with nothing else in it, so that it can be pasted into
 * another window, a text editor or a message, and a design file from there can be pasted here.
 */
public final class ClipText {
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
        Design carrier = Design.empty("clipboard").withSheet(clip.sheet()).withModules(used);
        return new String(format.write(carrier), StandardCharsets.UTF_8);
    }

    /** The clip in a text; absent where the text is no design. */
    public Optional<Clip> read(String text) {
        if (!text.contains("\"convas-design\"")) {
            return Optional.empty();
        }
        return format.read(text.getBytes(StandardCharsets.UTF_8))
                .value()
                .map(design -> new Clip(design.sheet()))
                .filter(clip -> !clip.isEmpty());
    }
}
