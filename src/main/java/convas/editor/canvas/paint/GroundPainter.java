package convas.editor.canvas.paint;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NoteArea;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.TextRuler;
import convas.editor.canvas.picture.TextRuler.Style;
import convas.editor.canvas.picture.Viewport;
import convas.graph.Note;
import javafx.scene.paint.Color;

/** Draws what is behind the cards: dots, notes, and words where there is nothing else. */
final class GroundPainter {
    private static final double STEP = 24;

    private final TextRuler ruler;
    private final NotePainter notes;

    GroundPainter(TextRuler ruler) {
        this.ruler = ruler;
        this.notes = new NotePainter(ruler);
    }

    void paint(Painter painter, Picture picture, Viewport view, double width, double height, Look look) {
        painter.ground(look.theme().background());
        dots(painter, view, width, height, look.theme());
        notes(painter, picture, view, width, height, look);
    }

    /** Without dots. */
    void plain(Painter painter, Picture picture, Viewport view, double width, double height, Look look) {
        painter.ground(look.theme().background());
        notes(painter, picture, view, width, height, look);
    }

    private void notes(Painter painter, Picture picture, Viewport view, double width, double height, Look look) {
        Bounds visible = view.visible(width, height);
        for (Note note : picture.notes()) {
            if (new NoteArea(note).bounds().meets(visible)) {
                notes.paint(painter, note, view, look);
            }
        }
    }

    private static void dots(Painter painter, Viewport view, double width, double height, CanvasTheme theme) {
        double step = STEP * view.scale();
        // Far away, every fourth dot; dots closer than that would be a grey veil.
        while (step < 16) {
            step *= 4;
        }
        double size = 1.5;
        for (double x = first(view.x(), step); x < width; x += step) {
            for (double y = first(view.y(), step); y < height; y += step) {
                painter.rect(Math.round(x), Math.round(y), size, size, theme.grid());
            }
        }
    }

    private static double first(double origin, double step) {
        return origin - Math.ceil(origin / step) * step;
    }

    void hints(Painter painter, Picture picture, double width, double height, Look look) {
        Look.Hints hints = look.hints();
        if (!hints.banner().isEmpty()) {
            double words = ruler.width(hints.banner(), Style.NOTE);
            double left = Math.max(8, (width - words) / 2 - 12);
            Color line = look.theme().cardLine();
            painter.box(left, 10, words + 24, 26, 13, look.theme().card(), line, 1);
            painter.text(
                    hints.banner(), Style.NOTE, 1, left + 12, 27, look.theme().faint());
        }
        if (!hints.empty().isEmpty() && picture.nodes().isEmpty()) {
            double words = ruler.width(hints.empty(), Style.NOTE);
            painter.text(
                    hints.empty(),
                    Style.NOTE,
                    1,
                    (width - words) / 2,
                    height / 2,
                    look.theme().faint());
        }
    }
}
