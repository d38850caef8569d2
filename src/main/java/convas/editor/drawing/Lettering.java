package convas.editor.drawing;

import convas.editor.canvas.picture.TextRuler;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.util.HashMap;
import java.util.Map;

/** The system's sans serif letters: how wide words are, and their outlines. */
final class Lettering implements TextRuler {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Map<String, Double> widths = new HashMap<>();

    @Override
    public double width(String text, Style style) {
        return widths.computeIfAbsent(
                style + text, key -> font(style, 1).getStringBounds(text, EXACT).getWidth());
    }

    /** The outlines of words in one line. */
    Shape outline(String text, Style style, double scale, double x, double baseline) {
        return font(style, scale).createGlyphVector(EXACT, text).getOutline((float) x, (float) baseline);
    }

    private static Font font(Style style, double scale) {
        return new Font(Font.SANS_SERIF, style.isBold() ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) (style.size() * scale));
    }
}
