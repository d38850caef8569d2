package convas.editor.canvas;

import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.paint.Fonts;
import convas.editor.canvas.paint.FxPainter;
import convas.editor.canvas.paint.Icons;
import convas.editor.canvas.paint.Look;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Selection;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;

/** A sheet as an image. */
final class Photo {
    private static final double MARGIN = 32;
    /** Larger images do not fit into the textures of many graphics cards. */
    private static final double MOST_PIXELS = 8192;

    private final Icons icons;
    private final Fonts fonts;

    Photo(Icons icons, Fonts fonts) {
        this.icons = icons;
        this.fonts = fonts;
    }

    WritableImage of(Picture picture, CanvasTheme theme, double wanted) {
        Bounds area = picture.bounds().isEmpty()
                ? Bounds.at(0, 0, 1, 1)
                : picture.bounds().grown(MARGIN);
        double scale = Math.min(wanted, MOST_PIXELS / Math.max(area.width(), area.height()));
        Canvas canvas = new Canvas(Math.ceil(area.width() * scale), Math.ceil(area.height() * scale));
        FxPainter painter = new FxPainter(canvas.getGraphicsContext2D(), fonts, icons);
        painter.resize(canvas.getWidth(), canvas.getHeight(), 1);
        Viewport view = new Viewport(scale, -area.minX() * scale, -area.minY() * scale);
        SheetPainter sheet = new SheetPainter(fonts);
        // Icons are made a few at a time; here all of them are wanted at once.
        do {
            icons.nextFrame();
            sheet.paint(
                    painter, picture, view, canvas.getWidth(), canvas.getHeight(), Look.plain(theme, Selection.NONE));
        } while (icons.isBehind());
        return canvas.snapshot(null, null);
    }
}
