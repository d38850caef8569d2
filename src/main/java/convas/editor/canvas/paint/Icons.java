package convas.editor.canvas.paint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private static final int[] SIZES = {10, 14, 20, 28, 40, 80, 160};
    /** So many new images a frame: each takes about a millisecond. */
    private static final int MOST_AT_ONCE = 4;

    private record Key(String name, Color color, int size) {}

    private final IconFiles files = new IconFiles();
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
        Optional<String> name = files.name(type, category);
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
        return files.find(type, category).map(drawing -> {
            Group group = new Group();
            drawing.paths().forEach(path -> group.getChildren().add(shape(path, color)));
            group.getTransforms().add(Transform.scale(size / drawing.size(), size / drawing.size()));
            return new Group(group);
        });
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
        IconFiles.Drawing drawing = files.drawing(key.name()).orElseThrow();
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
