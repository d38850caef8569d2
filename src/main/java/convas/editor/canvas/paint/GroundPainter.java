package convas.editor.canvas.paint;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.TextRuler;
import convas.editor.canvas.picture.TextRuler.Style;
import convas.editor.canvas.picture.Viewport;
import convas.graph.Note;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/** Draws what is behind the cards: dots, notes, and words where there is nothing else. */
final class GroundPainter {
    private static final double STEP = 24;
    private static final double NOTE_PADDING = 10;
    private static final double LINE_HEIGHT = 17;

    private final TextRuler ruler;

    GroundPainter(TextRuler ruler) {
        this.ruler = ruler;
    }

    void paint(Painter painter, Picture picture, Viewport view, double width, double height, Look look) {
        painter.ground(look.theme().background());
        dots(painter, view, width, height, look.theme());
        Bounds visible = view.visible(width, height);
        for (Note note : picture.notes()) {
            if (Picture.place(note).meets(visible)) {
                note(painter, note, view, look.theme());
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

    private void note(Painter painter, Note note, Viewport view, CanvasTheme theme) {
        double scale = view.scale();
        Bounds place = Picture.place(note);
        painter.box(
                view.surfaceX(place.minX()),
                view.surfaceY(place.minY()),
                place.width() * scale,
                place.height() * scale,
                6 * scale,
                theme.note(),
                theme.cardLine(),
                1);
        if (Detail.at(scale).compareTo(Detail.TITLE) < 0) {
            return;
        }
        double y = place.minY() + NOTE_PADDING + 11;
        for (String line : lines(note.text(), place.width() - 2 * NOTE_PADDING)) {
            if (y > place.maxY() - 4) {
                return;
            }
            painter.text(
                    line,
                    Style.NOTE,
                    scale,
                    view.surfaceX(place.minX() + NOTE_PADDING),
                    view.surfaceY(y),
                    theme.detail());
            y += LINE_HEIGHT;
        }
    }

    /** Broken between words; between characters where a word alone is too long, as in Chinese. */
    private List<String> lines(String text, double room) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split("(?<= )|(?<=[\\u3000-\\u9fff])")) {
                if (line.length() > 0 && ruler.width(line + word.stripTrailing(), Style.NOTE) > room) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.append(word);
            }
            lines.add(ruler.fitted(line.toString().stripTrailing(), Style.NOTE, room));
        }
        return lines;
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
