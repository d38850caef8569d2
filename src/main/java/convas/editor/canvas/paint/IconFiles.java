package convas.editor.canvas.paint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the icons of node types and of categories: SVG resources {@code icons/TYPE.svg}, made of paths only. */
public final class IconFiles {
    private static final Pattern PATH = Pattern.compile("<path\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern VIEW_BOX =
            Pattern.compile("viewBox\\s*=\\s*\"\\s*\\S+\\s+\\S+\\s+(\\S+)\\s+\\S+\\s*\"");

    /**
     * An icon.
     *
     * @param size width and height of the square it is drawn in
     * @param paths the attributes of each path
     */
    public record Drawing(double size, List<Map<String, String>> paths) {
        public Drawing {
            paths = List.copyOf(paths);
        }
    }

    private final Map<String, Optional<Drawing>> drawings = new HashMap<>();

    /** The icon of a node type, or of its category where it has none of its own. */
    public Optional<Drawing> find(String type, String category) {
        return name(type, category).flatMap(this::drawing);
    }

    /** The name of the file for a node type, or for its category where it has none. */
    Optional<String> name(String type, String category) {
        String general = category.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        for (String name : new String[] {type, "category-" + general, general}) {
            if (!name.isEmpty() && drawing(name).isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    Optional<Drawing> drawing(String name) {
        return drawings.computeIfAbsent(name, IconFiles::read);
    }

    private static Optional<Drawing> read(String name) {
        try (InputStream file = IconFiles.class.getResourceAsStream("/icons/" + name + ".svg")) {
            if (file == null) {
                return Optional.empty();
            }
            String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Matcher box = VIEW_BOX.matcher(svg);
            double size = box.find() ? Double.parseDouble(box.group(1)) : 24;
            Map<String, String> general =
                    attributes(svg.substring(svg.indexOf("<svg"), svg.indexOf('>', svg.indexOf("<svg"))));
            List<Map<String, String>> paths = new ArrayList<>();
            for (Matcher path = PATH.matcher(svg); path.find(); ) {
                Map<String, String> attributes = new HashMap<>(general);
                attributes.putAll(attributes(path.group(1)));
                paths.add(attributes);
            }
            return Optional.of(new Drawing(size, paths));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, String> attributes(String element) {
        Map<String, String> attributes = new HashMap<>();
        for (Matcher attribute = ATTRIBUTE.matcher(element); attribute.find(); ) {
            attributes.put(attribute.group(1), attribute.group(2));
        }
        return attributes;
    }
}
