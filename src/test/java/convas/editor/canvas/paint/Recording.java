package convas.editor.canvas.paint;

import convas.editor.canvas.picture.TextRuler;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/** A surface that only remembers what was drawn. */
public final class Recording implements Painter {
    /** Words where each character is as wide as six tenths of the font's size. */
    public static final TextRuler RULER = (text, style) -> text.length() * style.size() * 0.6;

    /** Words that were drawn. */
    public record Words(String text, TextRuler.Style style, double x, double baseline, double width, Color color) {}

    /** A box that was drawn. */
    public record Box(double x, double y, double width, double height, Color fill, Color line) {}

    private final List<Words> words = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<String> icons = new ArrayList<>();
    private int curves;
    private int marks;
    private int crowdBoxes;
    private final List<Integer> margins = new ArrayList<>();
    private final List<Double> shifts = new ArrayList<>();

    public List<String> texts() {
        return words.stream().map(Words::text).toList();
    }

    public List<Words> words() {
        return words;
    }

    public List<Box> boxes() {
        return boxes;
    }

    public List<String> icons() {
        return icons;
    }

    public int curves() {
        return curves;
    }

    /** Everything that takes time on a real surface: a crowd is one mark. */
    public int marks() {
        return marks;
    }

    public int crowdBoxes() {
        return crowdBoxes;
    }

    /** The margins with which crowds were drawn. */
    public List<Integer> margins() {
        return margins;
    }

    /** How far to the right the last crowd was shown again. */
    public List<Double> shifts() {
        return shifts;
    }

    @Override
    public double pixelRatio() {
        return 1;
    }

    @Override
    public void ground(Color color) {
        marks++;
    }

    @Override
    public void rect(double x, double y, double width, double height, Color fill) {}

    @Override
    public void box(double x, double y, double width, double height, double radius, Color fill, Color line, double w) {
        marks++;
        boxes.add(new Box(x, y, width, height, fill, line));
    }

    @Override
    public void disc(double x, double y, double radius, Color fill, Color line, double lineWidth) {
        marks++;
    }

    @Override
    public void crowdAgain(double dx, double dy) {
        shifts.add(dx);
        marks++;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Color color, double width) {
        marks++;
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
            double width) {
        marks++;
        curves++;
    }

    @Override
    public void text(String text, TextRuler.Style style, double scale, double x, double baseline, Color color) {
        marks++;
        if (!text.isEmpty()) {
            words.add(new Words(text, style, x, baseline, RULER.width(text, style) * scale, color));
        }
    }

    @Override
    public void icon(String type, String category, double x, double y, double size, Color color) {
        marks++;
        icons.add(type);
    }

    @Override
    public void crowd(Crowd crowd, int margin) {
        marks++;
        margins.add(margin);
        crowdBoxes += crowd.boxCount();
    }
}
