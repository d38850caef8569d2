package convas.editor.canvas.paint;

import javafx.scene.paint.Color;

/**
 * The colours of the canvas.
 *
 * @param grid dots of the background
 * @param card a node's inside; {@code cardLine} its border
 * @param text types; {@code faint} ids and hints; {@code detail} second lines
 * @param edge wires
 * @param accent selection
 * @param categories a colour for each category of node types
 */
public record CanvasTheme(
        boolean dark,
        Color background,
        Color grid,
        Color card,
        Color cardLine,
        Color text,
        Color detail,
        Color faint,
        Color edge,
        Color accent,
        Color error,
        Color warning,
        Color note,
        CategoryColors categories) {
    public static CanvasTheme light() {
        return new CanvasTheme(
                false,
                Color.web("#fbfcfd"),
                Color.web("#d8dee4"),
                Color.web("#ffffff"),
                Color.web("#d8dee4"),
                Color.web("#24292f"),
                Color.web("#424a53"),
                Color.web("#6e7781"),
                Color.web("#8c959f"),
                Color.web("#0969da"),
                Color.web("#cf222e"),
                Color.web("#9a6700"),
                Color.web("#fff8c5"),
                CategoryColors.light());
    }

    /** The same on the ground of a page: white where it is light. */
    public CanvasTheme onPaper() {
        return new CanvasTheme(
                dark,
                dark ? background : Color.WHITE,
                grid,
                card,
                cardLine,
                text,
                detail,
                faint,
                edge,
                accent,
                error,
                warning,
                note,
                categories);
    }

    public static CanvasTheme darkTheme() {
        return new CanvasTheme(
                true,
                Color.web("#0d1117"),
                Color.web("#30363d"),
                Color.web("#161b22"),
                Color.web("#3d444d"),
                Color.web("#e6edf3"),
                Color.web("#c9d1d9"),
                Color.web("#8b949e"),
                Color.web("#6e7681"),
                Color.web("#4493f8"),
                Color.web("#f85149"),
                Color.web("#d29922"),
                Color.web("#2d2a1a"),
                CategoryColors.dark());
    }
}
