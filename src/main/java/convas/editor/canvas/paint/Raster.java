package convas.editor.canvas.paint;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Pixels drawn by hand. A surface takes some microseconds for each mark, whatever its size; thousands of tiny marks are
 * drawn here in a fraction of that and shown as one image.
 */
final class Raster {
    private final int width;
    private final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;
    /** What is drawn into. */
    private int left;

    private int top;
    private int right;
    private int bottom;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(buffer);
    }

    boolean hasSize(int wantedWidth, int wantedHeight) {
        return width == wantedWidth && height == wantedHeight;
    }

    /** Begins anew with nothing drawn. @param unused pixels along each edge that are left alone and never shown */
    void begin(int unused) {
        left = unused;
        top = unused;
        right = width - unused;
        bottom = height - unused;
        for (int row = top; row < bottom; row++) {
            Arrays.fill(pixels, row * width + left, row * width + right, 0);
        }
    }

    /** What was drawn since {@link #begin}. */
    Image image() {
        buffer.updateBuffer(whole -> new Rectangle2D(left, top, right - left, bottom - top));
        return image;
    }

    /** What {@link #image} gave; nothing was drawn since. */
    Image unchanged() {
        return image;
    }

    /** A filled rectangle, its edges on whole pixels; never thinner than one. */
    void box(double x, double y, double boxWidth, double boxHeight, int argb) {
        int from = Math.max(left, (int) Math.round(x));
        int first = Math.max(top, (int) Math.round(y));
        int to = Math.min(right, Math.max((int) Math.round(x) + 1, (int) Math.round(x + boxWidth)));
        int last = Math.min(bottom, Math.max((int) Math.round(y) + 1, (int) Math.round(y + boxHeight)));
        if (from >= to) {
            return;
        }
        int color = argb | 0xff000000;
        for (int row = first; row < last; row++) {
            Arrays.fill(pixels, row * width + from, row * width + to, color);
        }
    }

    /** A line one pixel wide, smoothed: each step along its longer side shares its ink among two pixels. */
    void line(double x1, double y1, double x2, double y2, int argb) {
        if (Math.max(y1, y2) < top
                || Math.min(y1, y2) > bottom
                || Math.max(x1, x2) < left
                || Math.min(x1, x2) > right) {
            return;
        }
        if (Math.abs(y2 - y1) < 0.5) {
            box(Math.min(x1, x2), y1, Math.abs(x2 - x1), 1, argb);
            return;
        }
        boolean steep = Math.abs(y2 - y1) > Math.abs(x2 - x1);
        double from = steep ? y1 : x1;
        double to = steep ? y2 : x2;
        double side = steep ? x1 : y1;
        double sideEnd = steep ? x2 : y2;
        if (from > to) {
            double swap = from;
            from = to;
            to = swap;
            swap = side;
            side = sideEnd;
            sideEnd = swap;
        }
        double slope = to == from ? 0 : (sideEnd - side) / (to - from);
        int first = (int) Math.max(steep ? top : left, Math.round(from));
        int last = (int) Math.min((steep ? bottom : right) - 1, Math.round(to));
        double at = side + (first - from) * slope;
        for (int step = first; step <= last; step++, at += slope) {
            int whole = (int) Math.floor(at);
            int share = (int) ((at - whole) * 256);
            if (steep) {
                blend(whole, step, argb, 256 - share);
                blend(whole + 1, step, argb, share);
            } else {
                blend(step, whole, argb, 256 - share);
                blend(step, whole + 1, argb, share);
            }
        }
    }

    /** Lays ink over a pixel; both are kept multiplied by their opacity. */
    private void blend(int x, int y, int argb, int share) {
        if (x < left || y < top || x >= right || y >= bottom || share == 0) {
            return;
        }
        int alpha = (argb >>> 24) * share >> 8;
        int under = pixels[y * width + x];
        if (under == 0) {
            pixels[y * width + x] = alpha << 24
                    | (argb >> 16 & 255) * alpha / 255 << 16
                    | (argb >> 8 & 255) * alpha / 255 << 8
                    | (argb & 255) * alpha / 255;
            return;
        }
        int rest = 255 - alpha;
        int a = alpha + ((under >>> 24) * rest) / 255;
        int r = ((argb >> 16 & 255) * alpha + (under >> 16 & 255) * rest) / 255;
        int g = ((argb >> 8 & 255) * alpha + (under >> 8 & 255) * rest) / 255;
        int b = ((argb & 255) * alpha + (under & 255) * rest) / 255;
        pixels[y * width + x] = a << 24 | r << 16 | g << 8 | b;
    }
}
