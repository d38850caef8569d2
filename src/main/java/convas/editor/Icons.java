package convas.editor;

import convas.operator.NodeType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/**
 * The pictures of node types: {@code icons/TYPE.svg}, else that of the category ({@code icons/CATEGORY.svg}). Each file
 * holds one path on a 24 by 24 field.
 */
public final class Icons {
    private static final Pattern PATH = Pattern.compile("<path[^>]*\\sd=\"([^\"]+)\"");
    private static final String UNKNOWN = "M4 4h16v16H4z M6 6v12h12V6z";

    private final Map<String, Optional<String>> paths = new ConcurrentHashMap<>();

    /** Path data for a type. */
    public String pathOf(NodeType type) {
        return List.of(type.type(), type.category().replace(' ', '-')).stream()
                .flatMap(name -> read(name).stream())
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** A shape for a type, 24 by 24 before {@code scale}; its colour is the style sheet's. */
    public SVGPath shape(NodeType type, double scale) {
        SVGPath shape = new SVGPath();
        shape.setContent(pathOf(type));
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.setScaleX(scale);
        shape.setScaleY(scale);
        shape.getStyleClass().add("node-icon");
        return shape;
    }

    private Optional<String> read(String name) {
        return paths.computeIfAbsent(name, key -> {
            try (InputStream stream = Icons.class.getResourceAsStream("/icons/" + key + ".svg")) {
                if (stream == null) {
                    return Optional.empty();
                }
                Matcher matcher = PATH.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        });
    }
}
