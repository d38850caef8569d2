package convas.editor.canvas.paint;

import convas.editor.canvas.picture.TextRuler;
import javafx.scene.paint.Color;

/**
 * What the canvas is drawn with: few kinds of marks, in surface pixels, in the order called. A surface on the screen is
 * one, a list that a test looks at another.
 */
public interface Painter {
    /** Device pixels for each surface pixel: lines that are to be crisp lie on these. */
    double pixelRatio();

    /** Fills the whole surface. */
    void ground(Color color);

    void rect(double x, double y, double width, double height, Color fill);

    /** A rectangle with round corners and a line along the inside of its edge; either colour may be transparent. */
    void box(double x, double y, double width, double height, double radius, Color fill, Color line, double lineWidth);

    void disc(double x, double y, double radius, Color fill, Color line, double lineWidth);

    void line(double x1, double y1, double x2, double y2, Color color, double width);

    /** A cubic curve with its two inner control points. */
    void curve(
            double x1,
            double y1,
            double c1x,
            double c1y,
            double c2x,
            double c2y,
            double x2,
            double y2,
            Color color,
            double width);

    /** Words in one line. @param scale times the style's size */
    void text(String text, TextRuler.Style style, double scale, double x, double baseline, Color color);

    /** The icon of a node type, or of its category where it has none of its own. */
    void icon(String type, String category, double x, double y, double size, Color color);

    /**
     * Very many small marks at once.
     *
     * @param margin surface pixels beyond each edge for which there are marks too, see {@link #crowdAgain}
     */
    void crowd(Crowd crowd, int margin);

    /** The marks of the last {@link #crowd} once more, moved by some surface pixels, which is much quicker. */
    void crowdAgain(double dx, double dy);
}
