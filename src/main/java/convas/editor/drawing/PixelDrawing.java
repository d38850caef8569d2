package convas.editor.drawing;

import convas.editor.canvas.picture.TextRuler;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** PNG. */
final class PixelDrawing implements Drawing {
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Lettering letters;

    PixelDrawing(double width, double height, double scale, Lettering letters) {
        this.letters = letters;
        this.image = new BufferedImage(
                Math.max(1, (int) Math.ceil(width * scale)),
                Math.max(1, (int) Math.ceil(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
    }

    @Override
    public void fill(Shape shape, Color color) {
        graphics.setColor(ink(color));
        graphics.fill(shape);
    }

    @Override
    public void stroke(Shape shape, Color color, double width, boolean round) {
        graphics.setColor(ink(color));
        graphics.setStroke(
                round
                        ? new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(shape);
    }

    @Override
    public void text(String text, TextRuler.Style style, double scale, double x, double baseline, Color color) {
        fill(letters.outline(text, style, scale, x, baseline), color);
    }

    private static java.awt.Color ink(Color color) {
        return new java.awt.Color(
                (float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float) color.getOpacity());
    }

    @Override
    public byte[] finished() {
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        // Written to a stream as it is, Java would ask for a file in the folder for temporary ones.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
