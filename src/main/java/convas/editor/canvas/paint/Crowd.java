package convas.editor.canvas.paint;

import java.util.Arrays;
import javafx.scene.paint.Color;

/** Thousands of boxes over thousands of straight lines, in surface pixels; to be filled again for each frame. */
public final class Crowd {
    private double[] lines = new double[4096];
    private int[] lineColors = new int[1024];
    private int lineCount;
    private double[] boxes = new double[4096];
    private int[] boxColors = new int[1024];
    private int boxCount;
    private Color lastColor;
    private int lastArgb;

    public void clear() {
        lineCount = 0;
        boxCount = 0;
    }

    public void line(double x1, double y1, double x2, double y2, Color color) {
        if (lineCount == lineColors.length) {
            lines = Arrays.copyOf(lines, 2 * lines.length);
            lineColors = Arrays.copyOf(lineColors, 2 * lineColors.length);
        }
        put(lines, lineCount, x1, y1, x2, y2);
        lineColors[lineCount++] = argb(color);
    }

    public void box(double x, double y, double width, double height, Color color) {
        if (boxCount == boxColors.length) {
            boxes = Arrays.copyOf(boxes, 2 * boxes.length);
            boxColors = Arrays.copyOf(boxColors, 2 * boxColors.length);
        }
        put(boxes, boxCount, x, y, width, height);
        boxColors[boxCount++] = argb(color);
    }

    private static void put(double[] into, int index, double a, double b, double c, double d) {
        into[4 * index] = a;
        into[4 * index + 1] = b;
        into[4 * index + 2] = c;
        into[4 * index + 3] = d;
    }

    public int lineCount() {
        return lineCount;
    }

    public int boxCount() {
        return boxCount;
    }

    /** Draws everything into pixels, lines first. @param margin surface pixels left of the surface and above it */
    void into(Raster raster, double ratio, double margin) {
        for (int index = 0; index < lineCount; index++) {
            int at = 4 * index;
            raster.line(
                    (lines[at] + margin) * ratio,
                    (lines[at + 1] + margin) * ratio,
                    (lines[at + 2] + margin) * ratio,
                    (lines[at + 3] + margin) * ratio,
                    lineColors[index]);
        }
        for (int index = 0; index < boxCount; index++) {
            int at = 4 * index;
            raster.box(
                    (boxes[at] + margin) * ratio,
                    (boxes[at + 1] + margin) * ratio,
                    boxes[at + 2] * ratio,
                    boxes[at + 3] * ratio,
                    boxColors[index]);
        }
    }

    /** Few colours come many times in a row. */
    private int argb(Color color) {
        if (color != lastColor) {
            lastColor = color;
            lastArgb = bits(color);
        }
        return lastArgb;
    }

    private static int bits(Color color) {
        return (int) Math.round(color.getOpacity() * 255) << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
