package convas.editor.compare;

import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.TextRuler;
import convas.editor.canvas.picture.TextRuler.Style;
import convas.editor.canvas.picture.Viewport;
import convas.graph.Edge;
import java.util.Map;
import java.util.Set;
import javafx.scene.paint.Color;

/** Marks what differs on top of a sheet: a frame and a sign in the kind's colour; all else fades. */
final class DiffPainter {
    private static final double FRAME = 3;
    private static final double GAP = 3;
    private static final double BADGE = 11;

    private static final double AROUND = 6;
    private static final double ABOVE = 19;

    private final TextRuler ruler;

    DiffPainter(TextRuler ruler) {
        this.ruler = ruler;
    }

    /**
     * What is to be marked on one sheet.
     *
     * @param nodes by id
     * @param wires that only this one of the two sheets has
     * @param wireKind whether those count as added or removed
     */
    record Marks(Map<String, Kind> nodes, Set<Edge> wires, Kind wireKind) {
        static final Marks NONE = new Marks(Map.of(), Set.of(), Kind.ADDED);
    }

    void paint(
            Painter painter,
            Picture picture,
            Viewport view,
            double width,
            double height,
            Marks marks,
            CanvasTheme theme) {
        Bounds visible = view.visible(width, height).grown(20);
        Color veil = theme.background().deriveColor(0, 1, 1, 0.6);
        for (NodeShape node : picture.nodes()) {
            if (node.bounds().meets(visible) && !marks.nodes().containsKey(node.id())) {
                Bounds card = veiled(node.bounds());
                painter.rect(
                        view.surfaceX(card.minX()),
                        view.surfaceY(card.minY()),
                        card.width() * view.scale(),
                        card.height() * view.scale(),
                        veil);
            }
        }
        marks.wires()
                .forEach(edge -> picture.edges().stream()
                        .filter(shape -> shape.edge().equals(edge))
                        .forEach(shape -> SheetPainter.draft(painter, shape, view, color(marks.wireKind(), theme))));
        for (NodeShape node : picture.nodes()) {
            Kind kind = marks.nodes().get(node.id());
            if (kind != null
                    && node.kind() == NodeShape.Kind.NODE
                    && node.bounds().meets(visible)) {
                mark(painter, node.bounds(), view, kind, theme);
            }
        }
    }

    /** The card with its shadow, and its id where that stands above. */
    private static Bounds veiled(Bounds card) {
        return new Bounds(card.minX() - AROUND, card.minY() - ABOVE, card.maxX() + AROUND, card.maxY() + AROUND);
    }

    private void mark(Painter painter, Bounds card, Viewport view, Kind kind, CanvasTheme theme) {
        Color color = color(kind, theme);
        double x = view.surfaceX(card.minX()) - GAP;
        double y = view.surfaceY(card.minY()) - GAP;
        double width = card.width() * view.scale() + 2 * GAP;
        double height = card.height() * view.scale() + 2 * GAP;
        painter.box(x, y, width, height, 8 * view.scale() + GAP, Color.TRANSPARENT, color, FRAME);
        // The sign stays large enough to read however small the cards are.
        double scale = Math.max(0.9, Math.min(1.5, view.scale()));
        double radius = BADGE * scale;
        // At the lower left: above stands the id, at the right how often it is repeated.
        double bottom = y + height;
        painter.disc(x, bottom, radius, color, theme.background(), 1.5);
        double words = ruler.width(kind.sign(), Style.TITLE) * scale;
        painter.text(kind.sign(), Style.TITLE, scale, x - words / 2, bottom + 4.6 * scale, theme.background());
    }

    /** The kind's colour, dark enough on a light ground and light enough on a dark one. */
    static Color color(Kind kind, CanvasTheme theme) {
        boolean dark = theme.dark();
        return Color.web(
                switch (kind) {
                    case ADDED -> dark ? "#3fb950" : "#1a7f37";
                    case REMOVED -> dark ? "#f85149" : "#cf222e";
                    case CHANGED -> dark ? "#db9a28" : "#bc4c00";
                    case REWIRED -> dark ? "#a371f7" : "#8250df";
                    case FOLLOWS -> dark ? "#8b949e" : "#59636e";
                });
    }
}
