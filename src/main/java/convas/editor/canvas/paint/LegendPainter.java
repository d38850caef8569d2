package convas.editor.canvas.paint;

import convas.editor.canvas.picture.TextRuler;
import convas.editor.canvas.picture.TextRuler.Style;

/** Says what the colours of an overlay mean, in the lower left corner: its name, the gradient, the ends of the scale. */
final class LegendPainter {
    private static final double LEFT = 14;
    private static final double PADDING = 12;
    private static final double HEIGHT = 62;
    private static final double RAMP = 200;
    private static final int STEPS = 40;

    private final TextRuler ruler;

    LegendPainter(TextRuler ruler) {
        this.ruler = ruler;
    }

    void paint(Painter painter, HeatLook look, double height, CanvasTheme theme) {
        String name =
                look.scale().isEmpty() ? look.overlay().name() : look.overlay().name() + ", " + look.scale();
        double inner = Math.max(RAMP, ruler.width(name, Style.NOTE));
        double top = height - HEIGHT - LEFT;
        painter.box(LEFT, top, inner + 2 * PADDING, HEIGHT, 8, theme.card(), theme.cardLine(), 1);
        double x = LEFT + PADDING;
        painter.text(name, Style.NOTE, 1, x, top + 19, theme.text());
        for (int step = 0; step < STEPS; step++) {
            painter.rect(
                    x + inner * step / STEPS,
                    top + 27,
                    Math.ceil(inner / STEPS),
                    10,
                    HeatLook.color(step / (STEPS - 1.0)));
        }
        String low = look.overlay().unit().shown(look.heat().low());
        String high = look.overlay().unit().shown(look.heat().high());
        painter.text(low, Style.LABEL, 1, x, top + 52, theme.detail());
        painter.text(high, Style.LABEL, 1, x + inner - ruler.width(high, Style.LABEL), top + 52, theme.detail());
    }
}
