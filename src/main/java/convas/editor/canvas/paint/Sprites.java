package convas.editor.canvas.paint;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Rounded boxes and discs as small images, made once for each size and colour: placing an image takes a fraction of the
 * time that the software pipeline needs for a smooth shape. The ones not used for longest are forgotten.
 */
final class Sprites {
    private static final int MOST = 512;

    private record Key(int width, int height, double radius, Color fill, Color line, double lineWidth) {}

    private final Map<Key, Image> images = new LinkedHashMap<>(64, 0.75f, true);

    /** All measures in device pixels. */
    Image box(int width, int height, double radius, Color fill, Color line, double lineWidth) {
        Key key = new Key(width, height, radius, fill, line, lineWidth);
        Image image = images.get(key);
        if (image == null) {
            image = draw(key);
            images.put(key, image);
            if (images.size() > MOST) {
                images.remove(images.keySet().iterator().next());
            }
        }
        return image;
    }

    private static Image draw(Key key) {
        int[] pixels = new int[key.width * key.height];
        double radius = Math.min(key.radius, Math.min(key.width, key.height) / 2.0);
        for (int y = 0; y < key.height; y++) {
            for (int x = 0; x < key.width; x++) {
                double inside = -distance(x + 0.5, y + 0.5, key.width, key.height, radius);
                double covered = clamp(inside + 0.5);
                double filled = key.lineWidth > 0 ? clamp(inside - key.lineWidth + 0.5) : covered;
                pixels[y * key.width + x] = mix(key.fill, filled, key.line, covered - filled);
            }
        }
        WritableImage image = new WritableImage(key.width, key.height);
        image.getPixelWriter()
                .setPixels(0, 0, key.width, key.height, PixelFormat.getIntArgbPreInstance(), pixels, 0, key.width);
        return image;
    }

    /** From a point to the edge of a rounded box at the origin: negative inside. */
    private static double distance(double x, double y, double width, double height, double radius) {
        double dx = Math.abs(x - width / 2) - width / 2 + radius;
        double dy = Math.abs(y - height / 2) - height / 2 + radius;
        return Math.min(Math.max(dx, dy), 0) + Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - radius;
    }

    private static int mix(Color fill, double filled, Color line, double lined) {
        double fillShare = fill.getOpacity() * filled;
        double lineShare = line.getOpacity() * lined;
        int a = channel(fillShare + lineShare);
        int r = channel(fill.getRed() * fillShare + line.getRed() * lineShare);
        int g = channel(fill.getGreen() * fillShare + line.getGreen() * lineShare);
        int b = channel(fill.getBlue() * fillShare + line.getBlue() * lineShare);
        return a << 24 | r << 16 | g << 8 | b;
    }

    private static int channel(double share) {
        return (int) Math.round(255 * clamp(share));
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
