package convas.editor.canvas.paint;

import convas.editor.canvas.picture.TextRuler;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** Draws on a JavaFX canvas. Boxes and discs come as images, see {@link Sprites}. */
public final class FxPainter implements Painter {
    private static final double LARGEST_SPRITE = 512;

    private final GraphicsContext graphics;
    private final Fonts fonts;
    private final Icons icons;
    private final Sprites sprites = new Sprites();
    private double width;
    private double height;
    private double ratio = 1;
    /** Two, because the last frame may still be on its way to the screen while the next one is drawn. */
    private final Raster[] rasters = new Raster[2];

    private int frame;

    public FxPainter(GraphicsContext graphics, Fonts fonts, Icons icons) {
        this.graphics = graphics;
        this.fonts = fonts;
        this.icons = icons;
        graphics.setLineCap(StrokeLineCap.BUTT);
    }

    /**
     * Tells the surface's size.
     *
     * @param wide in surface pixels, as {@code high}
     * @param pixels device pixels for each of them
     */
    public void resize(double wide, double high, double pixels) {
        width = wide;
        height = high;
        ratio = pixels;
    }

    @Override
    public double pixelRatio() {
        return ratio;
    }

    private double snap(double at) {
        return Math.round(at * ratio) / ratio;
    }

    @Override
    public void ground(Color color) {
        graphics.setFill(color);
        graphics.fillRect(0, 0, width, height);
    }

    @Override
    public void rect(double x, double y, double w, double h, Color fill) {
        graphics.setFill(fill);
        graphics.fillRect(x, y, w, h);
    }

    @Override
    public void box(double x, double y, double w, double h, double radius, Color fill, Color line, double lineWidth) {
        double left = snap(x);
        double top = snap(y);
        int across = (int) Math.max(1, Math.round(w * ratio));
        int down = (int) Math.max(1, Math.round(h * ratio));
        if (across > LARGEST_SPRITE * ratio || down > LARGEST_SPRITE * ratio) {
            large(left, top, across / ratio, down / ratio, radius, fill, line, lineWidth);
            return;
        }
        Image sprite = sprites.box(across, down, radius * ratio, fill, line, lineWidth * ratio);
        graphics.drawImage(sprite, left, top, across / ratio, down / ratio);
    }

    private void large(
            double x, double y, double w, double h, double radius, Color fill, Color line, double lineWidth) {
        graphics.setFill(fill);
        graphics.fillRoundRect(x, y, w, h, 2 * radius, 2 * radius);
        if (lineWidth > 0) {
            double inset = lineWidth / 2;
            graphics.setStroke(line);
            graphics.setLineWidth(lineWidth);
            graphics.strokeRoundRect(x + inset, y + inset, w - lineWidth, h - lineWidth, 2 * radius, 2 * radius);
        }
    }

    @Override
    public void disc(double x, double y, double radius, Color fill, Color line, double lineWidth) {
        double side = Math.max(1, Math.round(2 * radius * ratio)) / ratio;
        box(x - side / 2, y - side / 2, side, side, side / 2, fill, line, lineWidth);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Color color, double lineWidth) {
        double thick = Math.max(1, Math.round(lineWidth * ratio)) / ratio;
        if (y1 == y2) {
            rect(Math.min(x1, x2), snap(y1 - thick / 2), Math.abs(x2 - x1), thick, color);
        } else if (x1 == x2) {
            rect(snap(x1 - thick / 2), Math.min(y1, y2), thick, Math.abs(y2 - y1), color);
        } else {
            graphics.setStroke(color);
            graphics.setLineWidth(lineWidth);
            graphics.strokeLine(x1, y1, x2, y2);
        }
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
        boolean level = Math.abs(y1 - y2) < 0.5 && y1 == c1y && y2 == c2y && x1 <= x2;
        boolean upright = Math.abs(x1 - x2) < 0.5 && x1 == c1x && x2 == c2x && y1 <= y2;
        if (level || upright) {
            line(x1, y1, level ? x2 : x1, level ? y1 : y2, color, lineWidth);
            return;
        }
        graphics.setStroke(color);
        graphics.setLineWidth(lineWidth);
        graphics.beginPath();
        graphics.moveTo(x1, y1);
        graphics.bezierCurveTo(c1x, c1y, c2x, c2y, x2, y2);
        graphics.stroke();
    }

    @Override
    public void text(String text, TextRuler.Style style, double scale, double x, double baseline, Color color) {
        if (!text.isEmpty()) {
            graphics.setFill(color);
            graphics.setFont(fonts.font(style, scale));
            graphics.fillText(text, snap(x), snap(baseline));
        }
    }

    @Override
    public void icon(String type, String category, double x, double y, double size, Color color) {
        icons.image(type, category, color, size * ratio)
                .ifPresent(image -> graphics.drawImage(image, snap(x), snap(y), snap(size), snap(size)));
    }

    @Override
    public void crowd(Crowd crowd, int margin) {
        int across = (int) Math.ceil((width + 2 * CrowdPainter.MARGIN) * ratio);
        int down = (int) Math.ceil((height + 2 * CrowdPainter.MARGIN) * ratio);
        frame = 1 - frame;
        if (rasters[frame] == null || !rasters[frame].hasSize(across, down)) {
            rasters[frame] = new Raster(across, down);
        }
        Raster raster = rasters[frame];
        raster.begin((int) Math.ceil((CrowdPainter.MARGIN - margin) * ratio));
        crowd.into(raster, ratio, CrowdPainter.MARGIN);
        place(raster.image(), 0, 0);
    }

    @Override
    public void crowdAgain(double dx, double dy) {
        place(rasters[frame].unchanged(), dx, dy);
    }

    /** Shows the part of an image that a pan has brought into sight, on whole pixels. */
    private void place(Image image, double dx, double dy) {
        double left = snap(CrowdPainter.MARGIN - dx);
        double top = snap(CrowdPainter.MARGIN - dy);
        graphics.drawImage(image, -left, -top, image.getWidth() / ratio, image.getHeight() / ratio);
    }
}
