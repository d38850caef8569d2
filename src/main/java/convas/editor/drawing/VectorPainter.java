package convas.editor.drawing;

import convas.editor.canvas.paint.Crowd;
import convas.editor.canvas.paint.IconFiles;
import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.picture.TextRuler;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;
import javafx.scene.paint.Color;

/** Turns the marks of the canvas into shapes. */
final class VectorPainter implements Painter {
    private final Drawing drawing;
    private final IconFiles icons;
    private final double width;
    private final double height;

    /** @param width of the whole picture, as {@code height} */
    VectorPainter(Drawing drawing, IconFiles icons, double width, double height) {
        this.drawing = drawing;
        this.icons = icons;
        this.width = width;
        this.height = height;
    }

    @Override
    public double pixelRatio() {
        return 1;
    }

    @Override
    public void ground(Color color) {
        rect(0, 0, width, height, color);
    }

    @Override
    public void rect(double x, double y, double w, double h, Color fill) {
        fill(new Rectangle2D.Double(x, y, w, h), fill);
    }

    @Override
    public void box(double x, double y, double w, double h, double radius, Color fill, Color line, double lineWidth) {
        double inset = lineWidth / 2;
        double round = 2 * Math.max(0, Math.min(radius, Math.min(w, h) / 2) - inset);
        outlined(
                new RoundRectangle2D.Double(x + inset, y + inset, w - lineWidth, h - lineWidth, round, round),
                fill,
                line,
                lineWidth);
    }

    @Override
    public void disc(double x, double y, double radius, Color fill, Color line, double lineWidth) {
        double inner = radius - lineWidth / 2;
        outlined(new Ellipse2D.Double(x - inner, y - inner, 2 * inner, 2 * inner), fill, line, lineWidth);
    }

    private void outlined(Shape shape, Color fill, Color line, double lineWidth) {
        fill(shape, fill);
        if (lineWidth > 0 && line.getOpacity() > 0) {
            drawing.stroke(shape, line, lineWidth, false);
        }
    }

    private void fill(Shape shape, Color color) {
        if (color.getOpacity() > 0) {
            drawing.fill(shape, color);
        }
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Color color, double lineWidth) {
        drawing.stroke(new Line2D.Double(x1, y1, x2, y2), color, lineWidth, false);
    }

    @Override
    public void curve(
            double x1,
            double y1,
            double c1x,
            double c1y,
            double c2x,
            double c2y,
            double x2,
            double y2,
            Color color,
            double lineWidth) {
        drawing.stroke(new CubicCurve2D.Double(x1, y1, c1x, c1y, c2x, c2y, x2, y2), color, lineWidth, false);
    }

    @Override
    public void text(String text, TextRuler.Style style, double scale, double x, double baseline, Color color) {
        if (!text.isEmpty()) {
            drawing.text(text, style, scale, x, baseline, color);
        }
    }

    @Override
    public void icon(String type, String category, double x, double y, double size, Color color) {
        icons.find(type, category).ifPresent(icon -> {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(size / icon.size(), size / icon.size());
            icon.paths().forEach(path -> icon(path, place, size / icon.size(), color));
        });
    }

    private void icon(Map<String, String> path, AffineTransform place, double scale, Color color) {
        Shape shape = place.createTransformedShape(PathData.read(path.getOrDefault("d", "")));
        double opacity = Double.parseDouble(path.getOrDefault("opacity", "1"));
        double fillOpacity = Double.parseDouble(path.getOrDefault("fill-opacity", "1"));
        if (!"none".equals(path.getOrDefault("fill", "currentColor"))) {
            drawing.fill(shape, color.deriveColor(0, 1, 1, opacity * fillOpacity));
        }
        if (!"none".equals(path.getOrDefault("stroke", "none"))) {
            double thick = Double.parseDouble(path.getOrDefault("stroke-width", "1")) * scale;
            drawing.stroke(
                    shape, color.deriveColor(0, 1, 1, opacity), thick, "round".equals(path.get("stroke-linecap")));
        }
    }

    /** A whole sheet in a file is drawn card by card. */
    @Override
    public void crowd(Crowd crowd, int margin) {
        throw new UnsupportedOperationException("crowd");
    }

    @Override
    public void crowdAgain(double dx, double dy) {
        throw new UnsupportedOperationException("crowd");
    }
}
