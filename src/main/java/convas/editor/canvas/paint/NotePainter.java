package convas.editor.canvas.paint;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NoteArea;
import convas.editor.canvas.picture.TextRuler;
import convas.editor.canvas.picture.TextRuler.Style;
import convas.editor.canvas.picture.Viewport;
import convas.graph.Note;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/** Draws notes and frames. What a frame is about can be read from far away: its text does not shrink as the cards do. */
final class NotePainter {
    private static final double PADDING = 10;
    private static final double LINE_HEIGHT = 17;
    private static final double LEAST_SCALE = 0.8;
    /** Smaller on the screen, words would only be in the way. */
    private static final double LEAST_WIDTH = 60;

    private final TextRuler ruler;

    NotePainter(TextRuler ruler) {
        this.ruler = ruler;
    }

    void paint(Painter painter, Note note, Viewport view, Look look) {
        CanvasTheme theme = look.theme();
        boolean selected = look.selection().notes().contains(note);
        Color hue = note.color()
                .map(name -> TagColors.of(name, theme.dark()))
                .orElse(note.frame() ? theme.faint() : theme.note());
        Color line = selected ? theme.accent() : note.color().isPresent() || note.frame() ? hue : theme.cardLine();
        Bounds place = onSurface(new NoteArea(note).bounds(), view);
        Color paper = note.frame()
                ? theme.background().interpolate(hue, theme.dark() ? 0.13 : 0.08)
                : note.color().isPresent() ? theme.card().interpolate(hue, theme.dark() ? 0.3 : 0.2) : hue;
        painter.box(
                place.minX(),
                place.minY(),
                place.width(),
                place.height(),
                6 * view.scale(),
                paper,
                line,
                selected ? 2 : note.frame() ? 1.5 : 1);
        if (note.frame()) {
            head(painter, note, view, place, theme, hue);
        } else if (Detail.at(view.scale()).compareTo(Detail.TITLE) >= 0) {
            words(painter, note, view, theme);
        }
        if (selected) {
            Bounds corner = onSurface(new NoteArea(note).corner(), view);
            painter.line(corner.minX(), corner.maxY() - 3, corner.maxX() - 3, corner.minY(), theme.accent(), 1.5);
            painter.line(corner.centerX(), corner.maxY() - 3, corner.maxX() - 3, corner.centerY(), theme.accent(), 1.5);
        }
    }

    static Bounds onSurface(Bounds sheet, Viewport view) {
        return new Bounds(
                view.surfaceX(sheet.minX()),
                view.surfaceY(sheet.minY()),
                view.surfaceX(sheet.maxX()),
                view.surfaceY(sheet.maxY()));
    }

    private void head(Painter painter, Note note, Viewport view, Bounds place, CanvasTheme theme, Color hue) {
        Bounds strip = onSurface(new NoteArea(note).words(), view);
        painter.rect(
                strip.minX() + 1.5,
                strip.minY() + 1.5,
                Math.max(0, strip.width() - 3),
                Math.max(0, strip.height() - 1.5),
                theme.background().interpolate(hue, theme.dark() ? 0.34 : 0.22));
        if (place.width() < LEAST_WIDTH) {
            return;
        }
        double scale = Math.max(view.scale(), LEAST_SCALE);
        String first = note.text().lines().findFirst().orElse("");
        String shown = ruler.fitted(first, Style.TITLE, (place.width() - 2 * PADDING) / scale);
        double middle = view.scale() >= LEAST_SCALE ? strip.centerY() : strip.minY() + Math.max(12, strip.height() / 2);
        painter.text(shown, Style.TITLE, scale, strip.minX() + PADDING, middle + 4.5 * scale, theme.text());
    }

    private void words(Painter painter, Note note, Viewport view, CanvasTheme theme) {
        Bounds place = new NoteArea(note).bounds();
        double y = place.minY() + PADDING + 11;
        for (String line : lines(note.text(), place.width() - 2 * PADDING)) {
            if (y > place.maxY() - 4) {
                return;
            }
            painter.text(
                    line,
                    Style.NOTE,
                    view.scale(),
                    view.surfaceX(place.minX() + PADDING),
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
}
