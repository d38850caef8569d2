package convas.editor.canvas.paint;

import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/** The colours that a person can give to nodes, notes and frames. */
public final class TagColors {
    /** As files name them, in the order of the menu. */
    public static final List<String> NAMES = List.of("red", "orange", "yellow", "green", "blue", "purple", "grey");

    private static final Map<String, Color> LIGHT = Map.of(
            "red", Color.web("#cf222e"),
            "orange", Color.web("#e16f24"),
            "yellow", Color.web("#bf8700"),
            "green", Color.web("#2da44e"),
            "blue", Color.web("#218bff"),
            "purple", Color.web("#8250df"),
            "grey", Color.web("#6e7781"));

    private static final Map<String, Color> DARK = Map.of(
            "red", Color.web("#ff7b72"),
            "orange", Color.web("#f0883e"),
            "yellow", Color.web("#d29922"),
            "green", Color.web("#3fb950"),
            "blue", Color.web("#58a6ff"),
            "purple", Color.web("#bc8cff"),
            "grey", Color.web("#8b949e"));

    private TagColors() {}

    /** The colour of a name; grey for one that is none of {@link #NAMES}. */
    public static Color of(String name, boolean dark) {
        Map<String, Color> colors = dark ? DARK : LIGHT;
        return colors.getOrDefault(name, colors.get("grey"));
    }
}
