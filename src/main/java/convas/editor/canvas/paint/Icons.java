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
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Transform;

/**
 * The icons of node types and of categories: SVG resources {@code icons/TYPE.svg}, made of paths only. As images they
 * are drawn once for each colour and a few sizes.
 */
public final class Icons {
    private static final Pattern PATH = Pattern.compile("<path\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern VIEW_BOX =
            Pattern.compile("viewBox\\s*=\\s*\"\\s*\\S+\\s+\\S+\\s+(\\S+)\\s+\\S+\\s*\"");
    private static final int[] SIZES = {10, 14, 20, 28, 40, 80, 160};
    /** So many new images a frame: each takes about a millisecond. */
    private static final int MOST_AT_ONCE = 4;

    private record Drawing(double size, List<Map<String, String>> paths) {}

    private record Key(String name, Color color, int size) {}

    private final Map<String, Optional<Drawing>> drawings = new HashMap<>();
    private final Map<Key, Image> images = new HashMap<>();
    private int made;

    /** A new frame begins: some more images may be made. */
    public void nextFrame() {
        made = 0;
    }

    /** Whether some image was put off to the next frame. */
    public boolean isBehind() {
        return made > MOST_AT_ONCE;
    }

    /** The icon as an image a little larger than {@code size} device pixels; empty where there is none, or not yet. */
    Optional<Image> image(String type, String category, Color color, double size) {
        Optional<String> name = name(type, category);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Key key = new Key(name.get(), color, bucket(size));
        Image known = images.get(key);
        if (known == null && ++made <= MOST_AT_ONCE) {
            known = draw(key);
            images.put(key, known);
        }
        return Optional.ofNullable(known);
    }

    /** The icon as nodes of a scene, {@code size} pixels wide and high, for instance for the palette. */
    public Optional<Group> node(String type, String category, double size, Color color) {
        return name(type, category).flatMap(this::drawing).map(drawing -> {
            Group group = new Group();
            drawing.paths().forEach(path -> group.getChildren().add(shape(path, color)));
            group.getTransforms().add(Transform.scale(size / drawing.size(), size / drawing.size()));
            return new Group(group);
        });
    }

    private Optional<String> name(String type, String category) {
        String general = category.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        for (String name : new String[] {type, "category-" + general, general}) {
            if (!name.isEmpty() && drawing(name).isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private Optional<Drawing> drawing(String name) {
        return drawings.computeIfAbsent(name, Icons::read);
    }

    private static Optional<Drawing> read(String name) {
        try (InputStream file = Icons.class.getResourceAsStream("/icons/" + name + ".svg")) {
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

    private static int bucket(double size) {
        for (int known : SIZES) {
            if (known >= size - 0.5) {
                return known;
            }
        }
        return SIZES[SIZES.length - 1];
    }

    private Image draw(Key key) {
        Drawing drawing = drawing(key.name()).orElseThrow();
        Group group = new Group();
        drawing.paths().forEach(path -> group.getChildren().add(shape(path, key.color())));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(key.size() / drawing.size(), key.size() / drawing.size()));
        parameters.setViewport(new Rectangle2D(0, 0, key.size(), key.size()));
        return group.snapshot(parameters, null);
    }

    private static SVGPath shape(Map<String, String> attributes, Color color) {
        SVGPath shape = new SVGPath();
        shape.setContent(attributes.getOrDefault("d", ""));
        boolean filled = !"none".equals(attributes.getOrDefault("fill", "currentColor"));
        boolean stroked = !"none".equals(attributes.getOrDefault("stroke", "none"));
        double opacity = Double.parseDouble(attributes.getOrDefault("opacity", "1"));
        double fillOpacity = Double.parseDouble(attributes.getOrDefault("fill-opacity", "1"));
        shape.setFill(filled ? color.deriveColor(0, 1, 1, fillOpacity) : null);
        shape.setStroke(stroked ? color : null);
        shape.setStrokeWidth(Double.parseDouble(attributes.getOrDefault("stroke-width", "1")));
        shape.setStrokeLineCap(
                "round".equals(attributes.get("stroke-linecap")) ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        shape.setStrokeLineJoin(
                "round".equals(attributes.get("stroke-linejoin")) ? StrokeLineJoin.ROUND : StrokeLineJoin.MITER);
        shape.setOpacity(opacity);
        return shape;
    }
}
