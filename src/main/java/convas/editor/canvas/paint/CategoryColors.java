package convas.editor.canvas.paint;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.paint.Color;

/**
 * A colour for each category of node types, found by words in its name, so that a category a user invents has one too.
 * Public, so that palette and canvas agree.
 */
public final class CategoryColors {
    private final double brighter;
    private final Map<String, Color> known = new ConcurrentHashMap<>();

    private CategoryColors(double brighter) {
        this.brighter = brighter;
    }

    public static CategoryColors light() {
        return new CategoryColors(1.0);
    }

    /** The same hues, light enough to stand on a dark ground. */
    public static CategoryColors dark() {
        return new CategoryColors(1.35);
    }

    /** The colour of a category; always the same for the same name. */
    public Color of(String category) {
        return known.computeIfAbsent(category, this::find);
    }

    private Color find(String category) {
        Color color = Color.web(hue(category.toLowerCase(Locale.ROOT)));
        return brighter == 1.0
                ? color
                : color.deriveColor(0, 0.85, Math.min(brighter, 1 / Math.max(0.5, color.getBrightness())), 1);
    }

    private static String hue(String category) {
        if (category.contains("lightweight")) {
            return "#8250df";
        } else if (category.contains("attention")) {
            return "#bf3989";
        } else if (category.contains("coord")) {
            return "#0550ae";
        } else if (category.contains("conv") || category.contains("linear")) {
            return "#0969da";
        } else if (category.contains("norm")) {
            return "#1a7f37";
        } else if (category.contains("regular") || category.contains("drop")) {
            return "#2da44e";
        } else if (category.contains("activ")) {
            return "#bc4c00";
        } else if (category.contains("pool") || category.contains("resiz")) {
            return "#9a6700";
        } else if (category.contains("merge") || category.contains("join") || category.contains("arith")) {
            return "#0f7b8a";
        } else if (category.contains("shape") || category.contains("tensor") || category.contains("split")) {
            return "#57606a";
        } else if (category.contains("input") || category.contains("output") || category.contains("interface")) {
            return "#57606a";
        } else if (category.contains("block")) {
            return "#6639ba";
        }
        return "#6e7781";
    }
}
