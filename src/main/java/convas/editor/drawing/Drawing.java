package convas.editor.drawing;

import convas.editor.canvas.picture.TextRuler;
import java.awt.Shape;
import javafx.scene.paint.Color;

/** A picture in the making: filled and stroked shapes and words, in pixels at actual size, from the upper left corner. */
interface Drawing {
    void fill(Shape shape, Color color);

    /** @param round whether ends and corners are */
    void stroke(Shape shape, Color color, double width, boolean round);

    /** Words in one line. @param scale times the style's size */
    void text(String text, TextRuler.Style style, double scale, double x, double baseline, Color color);

    /** The file's content; nothing is drawn any more. */
    byte[] finished();
}
