package convas.editor.canvas.paint;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.PortShape;
import convas.editor.canvas.picture.TextRuler;
import convas.editor.canvas.picture.TextRuler.Style;
import convas.editor.canvas.picture.Viewport;
import convas.graph.Diagnostic.Severity;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.paint.Color;

/** Draws a node's card: border, category, icon, title, id, numbers or what is wrong, ports. */
final class CardPainter {
    private static final double TEXT_LEFT = 14;
    private static final double TITLE_LEFT = 40;
    private static final double RIGHT = 10;
    private static final double BETWEEN = 8;
    private static final double SECOND_RIGHT = 6;
    private static final double ABOVE_LEFT = 2;
    private static final double MOST_BADGE = 60;

    /** Lines over a card whose number is unknown. */
    private static final int HATCHES = 9;

    private static final int MOST_WORDS = 30_000;
    static final double PORT_RADIUS = 5;

    /** @param above whether the id stands above the card, since the title leaves too little room beside it */
    private record Words(String title, Style titleStyle, String id, double idWidth, boolean above, String second) {}

    private final TextRuler ruler;
    private final boolean controls;
    private final Map<NodeShape, Words> remembered = new IdentityHashMap<>();

    /** @param controls whether what a click does is drawn too */
    CardPainter(TextRuler ruler, boolean controls) {
        this.controls = controls;
        this.ruler = ruler;
    }

    /** @param tag the colour that a person gave it */
    void paint(Painter painter, NodeShape node, Viewport view, Detail detail, Look look, Optional<Color> tag) {
        CanvasTheme theme = look.theme();
        boolean selected = isSelected(node, look);
        boolean hovered = look.hover().filter(node.id()::equals).isPresent();
        Bounds card = node.bounds();
        double scale = view.scale();
        double x = view.surfaceX(card.minX());
        double y = view.surfaceY(card.minY());
        double width = card.width() * scale;
        double height = card.height() * scale;
        double radius = 8 * scale;
        Color line =
                selected ? theme.accent() : node.isError() ? theme.error() : hovered ? theme.faint() : theme.cardLine();
        double lineWidth = selected || node.isError() ? 2 : 1;
        if (node.opens() && !node.expanded() && detail != Detail.BOX) {
            painter.box(x + 4 * scale, y + 4 * scale, width, height, radius, theme.card(), theme.cardLine(), 1);
        }
        painter.box(x, y, width, height, radius, fill(node, look, tag), line, lineWidth);
        tag.ifPresent(color -> painter.box(
                x + 10 * scale, y + scale, width - 20 * scale, Math.max(2, 5 * scale), 2 * scale, color, color, 0));
        look.heat().ifPresent(heat -> warmth(painter, node, heat, new Bounds(x, y, x + width, y + height), look));
        boolean muted = node.node().muted();
        if (muted && detail != Detail.BOX) {
            bypass(painter, node, view, theme);
        }
        Color category = muted
                ? theme.faint()
                : node.isError() && node.category().isEmpty()
                        ? theme.error()
                        : theme.categories().of(node.category());
        painter.box(x, y + 8 * scale, Math.max(2, 4 * scale), height - 16 * scale, 2 * scale, category, category, 0);
        painter.icon(node.node().type(), node.category(), x + 13 * scale, y + 9 * scale, 20 * scale, category);
        if (detail.compareTo(Detail.TITLE) >= 0) {
            words(painter, node, x, y, scale, detail, theme);
            badges(painter, node, x + width, y, scale, theme);
            if (controls && node.opens()) {
                fold(painter, node, view, theme);
            }
        }
        if (detail != Detail.BOX) {
            ports(painter, node, view, theme);
        }
    }

    private static boolean isSelected(NodeShape node, Look look) {
        return node.isInner()
                ? look.selection().inner().filter(node.id()::equals).isPresent()
                : node.kind() == NodeShape.Kind.NODE && look.selection().nodes().contains(node.id());
    }

    /** A small box with a plus where a body can be shown in place, with a minus where it is. */
    private static void fold(Painter painter, NodeShape node, Viewport view, CanvasTheme theme) {
        Bounds box = node.fold();
        double x = view.surfaceX(box.minX());
        double y = view.surfaceY(box.minY());
        double side = box.width() * view.scale();
        painter.box(x, y, side, side, side / 4, theme.card(), theme.faint(), 1);
        double middleX = x + side / 2;
        double middleY = y + side / 2;
        painter.line(x + side / 4, middleY, x + side * 0.75, middleY, theme.faint(), 1);
        if (!node.expanded()) {
            painter.line(middleX, y + side / 4, middleX, y + side * 0.75, theme.faint(), 1);
        }
    }

    private static Color fill(NodeShape node, Look look, Optional<Color> tag) {
        CanvasTheme theme = look.theme();
        if (node.expanded()) {
            return theme.background().interpolate(theme.cardLine(), 0.28);
        }
        if (node.kind() != NodeShape.Kind.NODE || node.node().muted()) {
            return theme.background();
        }
        Color warm = look.heat().map(heat -> heat.color(node)).orElse(null);
        if (warm == null && tag.isPresent()) {
            return theme.card().interpolate(tag.get(), theme.dark() ? 0.2 : 0.1);
        }
        return warm == null ? theme.card() : theme.card().interpolate(warm, theme.dark() ? 0.5 : 0.45);
    }

    /**
     * A band in the number's full colour along the lower edge, as thick on a frame as on a card, so that it lies below what
     * stands within; lines across the card where it is unknown.
     */
    private static void warmth(Painter painter, NodeShape node, HeatLook heat, Bounds card, Look look) {
        if (node.kind() != NodeShape.Kind.NODE) {
            return;
        }
        Color warm = heat.color(node);
        double band = 0.09
                * Math.min(
                        NodeShape.HEIGHT, Math.min(card.height(), card.width() * NodeShape.HEIGHT / NodeShape.WIDTH));
        if (warm != null) {
            painter.rect(card.minX() + 1, card.maxY() - band - 1, card.width() - 2, band, warm);
            return;
        }
        for (int line = 1; line < HATCHES; line++) {
            double x = card.minX() + card.width() * line / HATCHES;
            painter.line(
                    x,
                    card.maxY() - 1,
                    x + card.height() / 3,
                    card.minY() + 1,
                    look.theme().cardLine(),
                    1);
        }
    }

    private void words(
            Painter painter, NodeShape node, double x, double y, double scale, Detail detail, CanvasTheme theme) {
        Words words = words(node);
        double first = y + 25 * scale;
        // What its condition leaves out has no shape.
        boolean absent =
                node.node().muted() || node.conditional() && node.detail().isEmpty() && !node.isError();
        Color titleColor = absent ? theme.faint() : theme.text();
        painter.text(words.title(), words.titleStyle(), scale, x + TITLE_LEFT * scale, first, titleColor);
        if (detail != Detail.FULL) {
            return;
        }
        double right = x + (node.bounds().width() - RIGHT) * scale;
        double idLeft = words.above() ? x + ABOVE_LEFT * scale : right - words.idWidth() * scale;
        painter.text(words.id(), Style.ID, scale, idLeft, words.above() ? y - 5 * scale : first, theme.faint());
        Color color = node.isError() ? theme.error() : theme.detail();
        painter.text(words.second(), Style.DETAIL, scale, x + TEXT_LEFT * scale, y + 50 * scale, color);
    }

    private Words words(NodeShape node) {
        Words words = remembered.get(node);
        if (words == null) {
            if (remembered.size() > MOST_WORDS) {
                remembered.clear();
            }
            words = fit(node);
            remembered.put(node, words);
        }
        return words;
    }

    private Words fit(NodeShape node) {
        double room = node.bounds().width() - TITLE_LEFT - RIGHT;
        Style style = ruler.width(node.title(), Style.TITLE) <= room ? Style.TITLE : Style.LONG_TITLE;
        String title = ruler.fitted(node.title(), style, room);
        double left = room - ruler.width(title, style) - BETWEEN;
        String whole = node.kind() == NodeShape.Kind.NODE ? node.name() : "";
        boolean above = ruler.width(whole, Style.ID) > left;
        double badges = (node.badge().isEmpty() ? 0 : badgeWidth(badge(node)) + 4) + (node.conditional() ? 20 : 0);
        String id = above ? ruler.fitted(whole, Style.ID, node.bounds().width() - ABOVE_LEFT - RIGHT - badges) : whole;
        double secondRoom = node.bounds().width() - TEXT_LEFT - SECOND_RIGHT;
        String second = ruler.fitted(second(node, secondRoom), Style.DETAIL, secondRoom);
        return new Words(title, style, id, ruler.width(id, Style.ID), above, second);
    }

    /** The widest way of saying it that fits. */
    private String second(NodeShape node, double room) {
        if (node.isError()) {
            return node.message();
        } else if (ruler.width(node.detail(), Style.DETAIL) <= room) {
            return node.detail();
        }
        return ruler.width(node.shortDetail(), Style.DETAIL) <= room
                ? node.shortDetail()
                : node.shortDetail().replace(" ", "");
    }

    private String badge(NodeShape node) {
        return ruler.fitted(node.badge(), Style.BADGE, MOST_BADGE);
    }

    private double badgeWidth(String text) {
        return Math.max(16, ruler.width(text, Style.BADGE) + 10);
    }

    private void badges(Painter painter, NodeShape node, double right, double top, double scale, CanvasTheme theme) {
        double at = right - 10 * scale;
        if (!node.badge().isEmpty()) {
            at = badge(painter, badge(node), at, top, scale, theme.accent(), theme);
        }
        if (node.conditional()) {
            at = badge(painter, "?", at, top, scale, theme.faint(), theme);
        }
        if (node.grave().filter(Severity.WARNING::equals).isPresent()) {
            badge(painter, "!", at, top, scale, theme.warning(), theme);
        }
    }

    private double badge(
            Painter painter, String text, double right, double top, double scale, Color color, CanvasTheme theme) {
        double wordsWidth = ruler.width(text, Style.BADGE);
        double width = badgeWidth(text) * scale;
        double left = right - width;
        painter.box(left, top - 8 * scale, width, 16 * scale, 8 * scale, color, theme.background(), 1);
        painter.text(
                text,
                Style.BADGE,
                scale,
                left + (width - wordsWidth * scale) / 2,
                top + 3.6 * scale,
                theme.dark() ? theme.background() : Color.WHITE);
        return left - 4 * scale;
    }

    /** The wire runs through a muted card, from port to port, as the tensor does. */
    private static void bypass(Painter painter, NodeShape node, Viewport view, CanvasTheme theme) {
        if (node.inputs().stream().filter(PortShape::used).count() == 1) {
            PortShape in =
                    node.inputs().stream().filter(PortShape::used).findFirst().orElseThrow();
            for (PortShape out : node.outputs()) {
                boolean down = out.y() > node.bounds().maxY() - 1;
                double x1 = view.surfaceX(in.x());
                double y1 = view.surfaceY(in.y());
                double x2 = view.surfaceX(out.x());
                double y2 = view.surfaceY(out.y());
                painter.curve(
                        x1,
                        y1,
                        down ? x1 : (x1 + x2) / 2,
                        down ? (y1 + y2) / 2 : y1,
                        down ? x2 : (x1 + x2) / 2,
                        down ? (y1 + y2) / 2 : y2,
                        x2,
                        y2,
                        theme.edge(),
                        1.8 * Math.max(0.5, Math.min(1.4, view.scale())));
            }
        }
    }

    private static void ports(Painter painter, NodeShape node, Viewport view, CanvasTheme theme) {
        for (PortShape port : node.inputs()) {
            port(painter, port, view, theme, theme.faint());
        }
        for (PortShape port : node.outputs()) {
            port(painter, port, view, theme, theme.faint());
        }
    }

    static void port(Painter painter, PortShape port, Viewport view, CanvasTheme theme, Color line) {
        double radius = Math.max(2, PORT_RADIUS * view.scale());
        painter.disc(
                view.surfaceX(port.x()),
                view.surfaceY(port.y()),
                radius,
                theme.card(),
                line,
                Math.max(1, 1.6 * Math.min(1, view.scale())));
    }
}
