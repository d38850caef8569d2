package convas.editor.canvas.paint;

import convas.editor.canvas.picture.TextRuler;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The system's font in the sizes that are drawn, and how wide words are in it; both are remembered. */
public final class Fonts implements TextRuler {
    private static final int MOST_WORDS = 20_000;
    /** Sizes are whole multiples of this part of a pixel: not every step of a zoom needs glyphs of its own. */
    private static final double STEP = 0.5;

    private final String family = Font.getDefault().getFamily();
    private final Map<Style, Map<Integer, Font>> fonts = new EnumMap<>(Style.class);
    private final Map<Style, Map<String, Double>> widths = new EnumMap<>(Style.class);
    private final Text probe = new Text();

    public Fonts() {
        for (Style style : Style.values()) {
            fonts.put(style, new HashMap<>());
            widths.put(style, remembering());
        }
    }

    private static Map<String, Double> remembering() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
                return size() > MOST_WORDS;
            }
        };
    }

    /** The font for a style, its size times {@code scale}. */
    Font font(Style style, double scale) {
        int steps = Math.max(1, (int) Math.floor(style.size() * scale / STEP));
        return fonts.get(style).computeIfAbsent(steps, size -> create(style, size * STEP));
    }

    private Font create(Style style, double size) {
        return Font.font(family, style.isBold() ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    @Override
    public double width(String text, Style style) {
        return widths.get(style).computeIfAbsent(text, words -> measured(words, style));
    }

    private double measured(String words, Style style) {
        probe.setFont(create(style, style.size()));
        probe.setText(words);
        return probe.getLayoutBounds().getWidth();
    }
}
