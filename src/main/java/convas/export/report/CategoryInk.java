package convas.export.report;

import java.util.Map;

/** The colour of each category that comes with the program, on white: the hues that the canvas draws them in. */
final class CategoryInk {
    /** For the inputs and outputs of a body, and for a category that is not known. */
    static final String END = "#57606a";

    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("convolution", "#0969da"),
            Map.entry("linear", "#0969da"),
            Map.entry("normalisation", "#1a7f37"),
            Map.entry("activation", "#bc4c00"),
            Map.entry("pooling", "#9a6700"),
            Map.entry("arithmetic", "#0f7b8a"),
            Map.entry("shape", "#57606a"),
            Map.entry("coordinates", "#0550ae"),
            Map.entry("regularisation", "#2da44e"),
            Map.entry("attention", "#bf3989"),
            Map.entry("lightweight convolution", "#8250df"),
            Map.entry("lightweight block", "#8250df"),
            Map.entry("residual block", "#6639ba"));

    private CategoryInk() {}

    static String of(String category) {
        return COLOURS.getOrDefault(category, END);
    }
}
