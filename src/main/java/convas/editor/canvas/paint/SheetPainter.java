package convas.editor.canvas.paint;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.Inside;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.PortShape;
import convas.editor.canvas.picture.TextRuler;
import convas.editor.canvas.picture.TextRuler.Style;
import convas.editor.canvas.picture.Viewport;
import convas.graph.Flow;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.paint.Color;

/** Draws what a viewport shows of a picture: ground, wires, cards, labels; no more of each than can be seen. */
public final class SheetPainter {
    /** Of the corners of wires. */
    private static final double ROUND = 10;

    private final TextRuler ruler;
    private final CardPainter cards;
    private final GroundPainter ground;
    private final CrowdPainter crowds = new CrowdPainter();
    private final List<NodeShape> seenNodes = new ArrayList<>();
    private final List<EdgeShape> seenEdges = new ArrayList<>();

    public SheetPainter(TextRuler ruler) {
        this(ruler, true);
    }

    private SheetPainter(TextRuler ruler, boolean controls) {
        this.ruler = ruler;
        this.cards = new CardPainter(ruler, controls);
        this.ground = new GroundPainter(ruler);
    }

    /** One for pictures that nobody can click on. */
    public static SheetPainter forFiles(TextRuler ruler) {
        return new SheetPainter(ruler, false);
    }

    /** Draws one frame of a surface of this size. */
    public void paint(Painter painter, Picture picture, Viewport view, double width, double height, Look look) {
        ground.paint(painter, picture, view, width, height, look);
        if (crowds.paint(painter, picture, view, width, height, look)) {
            crowds.lifted(painter, picture, view, look);
        } else {
            oneByOne(painter, picture, view, width, height, look);
            lifted(painter, picture, view, width, height, look);
        }
        ground.hints(painter, picture, width, height, look);
    }

    private void oneByOne(Painter painter, Picture picture, Viewport view, double width, double height, Look look) {
        Bounds visible = view.visible(width, height).grown(12);
        Detail detail = Detail.at(view.scale());
        seenNodes.clear();
        seenEdges.clear();
        if (visible.contains(picture.bounds())) {
            seenNodes.addAll(picture.nodes());
            seenEdges.addAll(picture.edges());
        } else {
            picture.nodeIndex().within(visible, seenNodes::add);
            picture.edgeIndex().within(visible, seenEdges::add);
        }
        wires(painter, picture, view, detail, look);
        for (NodeShape node : seenNodes) {
            if (!look.lift().away(node.id())) {
                cards.paint(painter, node, view, detail, look, tag(picture, node, look));
                inside(painter, picture, node, view, width, height, look);
            }
        }
    }

    /**
     * Draws a whole picture for a file: card by card, without the dots of the ground, with a legend of the overlay in the
     * lower left corner.
     */
    public void paintWhole(Painter painter, Picture picture, Viewport view, double width, double height, Look look) {
        Detail detail = Detail.at(view.scale());
        seenNodes.clear();
        seenEdges.clear();
        seenNodes.addAll(picture.nodes());
        seenEdges.addAll(picture.edges());
        ground.plain(painter, picture, view, width, height, look);
        wires(painter, picture, view, detail, look);
        for (NodeShape node : picture.nodes()) {
            cards.paint(painter, node, view, detail, look, tag(picture, node, look));
            inside(painter, picture, node, view, width, height, look);
        }
        look.heat().ifPresent(heat -> new LegendPainter(ruler).paint(painter, heat, height, look.theme()));
    }

    /** The body that is shown in a frame, on top of it. */
    private void inside(
            Painter painter, Picture picture, NodeShape frame, Viewport view, double width, double height, Look look) {
        if (!frame.expanded() || picture.inside(frame.id()).isEmpty()) {
            return;
        }
        Inside body = picture.inside(frame.id()).get();
        Bounds visible = view.visible(width, height).grown(12);
        Detail detail = Detail.at(view.scale());
        for (NodeShape card : body.cards()) {
            if (card.expanded() && card.bounds().meets(visible)) {
                cards.paint(painter, card, view, detail, look, tag(picture, card, look));
            }
        }
        for (EdgeShape wire : body.wires()) {
            if (wire.bounds().meets(visible)) {
                wire(painter, wire, view, look);
                if (detail == Detail.FULL && !wire.chip().isEmpty()) {
                    label(painter, wire, view, look.theme());
                }
            }
        }
        for (NodeShape card : body.cards()) {
            if (!card.expanded() && card.bounds().meets(visible)) {
                cards.paint(painter, card, view, detail, look, tag(picture, card, look));
            }
        }
    }

    private void wires(Painter painter, Picture picture, Viewport view, Detail detail, Look look) {
        Lift lift = look.lift();
        for (EdgeShape edge : seenEdges) {
            if (!lift.away(edge.edge().from().node())
                    && !lift.away(edge.edge().to().node())) {
                wire(painter, edge, view, look);
            }
        }
        if (detail != Detail.FULL) {
            return;
        }
        for (EdgeShape edge : seenEdges) {
            if (!edge.chip().isEmpty()
                    && !lift.away(edge.edge().from().node())
                    && !lift.away(edge.edge().to().node())) {
                label(painter, edge, view, look.theme());
            }
        }
    }

    private static void wire(Painter painter, EdgeShape edge, Viewport view, Look look) {
        boolean selected = look.selection().edges().contains(edge.edge())
                || look.selection().innerWire().filter(edge.edge()::equals).isPresent();
        Color color = selected ? look.theme().accent() : look.theme().edge();
        double thick = (selected ? 2.6 : 1.8) * Math.max(0.5, Math.min(1.4, view.scale()));
        draw(painter, edge, view, color, thick);
        if (!edge.legs().isEmpty()) {
            double radius = Math.max(2, 4 * view.scale());
            for (Point point : edge.points()) {
                painter.disc(
                        view.surfaceX(point.x()),
                        view.surfaceY(point.y()),
                        radius,
                        selected ? look.theme().card() : color,
                        color,
                        1.5);
            }
        }
    }

    static void draw(Painter painter, EdgeShape edge, Viewport view, Color color, double thick) {
        if (!edge.legs().isEmpty()) {
            for (EdgeShape leg : edge.legs()) {
                draw(painter, leg, view, color, thick);
            }
            return;
        }
        if (!edge.corners().isEmpty()) {
            turning(painter, edge.corners().points(), view, color, thick);
            return;
        }
        boolean down = edge.flow() == Flow.DOWN;
        double x1 = view.surfaceX(edge.x1());
        double y1 = view.surfaceY(edge.y1());
        double c1 = down ? view.surfaceY(edge.c1()) : view.surfaceX(edge.c1());
        double c2 = down ? view.surfaceY(edge.c2()) : view.surfaceX(edge.c2());
        double x2 = view.surfaceX(edge.x2());
        double y2 = view.surfaceY(edge.y2());
        if (down) {
            painter.curve(x1, y1, x1, c1, x2, c2, x2, y2, color, thick);
        } else {
            painter.curve(x1, y1, c1, y1, c2, y2, x2, y2, color, thick);
        }
    }

    /** Straight lines with round corners. */
    private static void turning(Painter painter, List<Point> points, Viewport view, Color color, double thick) {
        double x = view.surfaceX(points.get(0).x());
        double y = view.surfaceY(points.get(0).y());
        for (int corner = 1; corner < points.size(); corner++) {
            Point here = points.get(corner);
            double cornerX = view.surfaceX(here.x());
            double cornerY = view.surfaceY(here.y());
            if (corner == points.size() - 1) {
                painter.line(x, y, cornerX, cornerY, color, thick);
                return;
            }
            double nextX = view.surfaceX(points.get(corner + 1).x());
            double nextY = view.surfaceY(points.get(corner + 1).y());
            double before = Math.abs(cornerX - x) + Math.abs(cornerY - y);
            double after = Math.abs(nextX - cornerX) + Math.abs(nextY - cornerY);
            double round = Math.min(ROUND * view.scale(), Math.min(before, after / 2));
            double startX = cornerX - Math.signum(cornerX - x) * round;
            double startY = cornerY - Math.signum(cornerY - y) * round;
            double endX = cornerX + Math.signum(nextX - cornerX) * round;
            double endY = cornerY + Math.signum(nextY - cornerY) * round;
            painter.line(x, y, startX, startY, color, thick);
            painter.curve(
                    startX,
                    startY,
                    (startX + cornerX) / 2,
                    (startY + cornerY) / 2,
                    (endX + cornerX) / 2,
                    (endY + cornerY) / 2,
                    endX,
                    endY,
                    color,
                    thick);
            x = endX;
            y = endY;
        }
    }

    private void label(Painter painter, EdgeShape edge, Viewport view, CanvasTheme theme) {
        double scale = view.scale();
        Bounds chip = edge.chip();
        if (edge.isStacked()) {
            stacked(painter, edge, view, theme);
            return;
        }
        double x = view.surfaceX(chip.minX());
        double y = view.surfaceY(chip.minY());
        double width = chip.width() * scale;
        double height = chip.height() * scale;
        painter.box(x, y, width, height, height / 2, theme.card(), theme.cardLine(), 1);
        double words = ruler.width(edge.label(), Style.LABEL) * scale;
        painter.text(
                edge.label(), Style.LABEL, scale, x + (width - words) / 2, y + height / 2 + 3.6 * scale, theme.faint());
    }

    private void stacked(Painter painter, EdgeShape edge, Viewport view, CanvasTheme theme) {
        int cut = edge.label().indexOf('×');
        String above = cut < 0 ? edge.label() : edge.label().substring(0, cut);
        String below = cut < 0 ? "" : edge.label().substring(cut + 1);
        double middle = edge.chip().centerX();
        double y = edge.chip().centerY();
        part(painter, above, middle, y - 4, view, theme);
        part(painter, below, middle, y + 12, view, theme);
    }

    private void part(Painter painter, String text, double middle, double baseline, Viewport view, CanvasTheme theme) {
        double left = middle - ruler.width(text, Style.LABEL) / 2;
        painter.text(text, Style.LABEL, view.scale(), view.surfaceX(left), view.surfaceY(baseline), theme.faint());
    }

    /** The colour that a person gave to a node. */
    static Optional<Color> tag(Picture picture, NodeShape node, Look look) {
        return picture.colors().isEmpty() || node.kind() != NodeShape.Kind.NODE
                ? Optional.empty()
                : Optional.ofNullable(picture.colors().get(node.id()))
                        .map(name -> TagColors.of(name, look.theme().dark()));
    }

    /** Cards that are being dragged, on top of everything, with their wires drawn to where they are now. */
    private void lifted(Painter painter, Picture picture, Viewport view, double width, double height, Look look) {
        // By identity: hashing a shape looks at everything in it.
        Set<EdgeShape> wires = Collections.newSetFromMap(new IdentityHashMap<>());
        Lift lift = look.lift();
        lift.ids().forEach(id -> wires.addAll(picture.edgesOf(id)));
        for (EdgeShape wire : wires) {
            boolean fromMoves = lift.ids().contains(wire.edge().from().node());
            boolean toMoves = lift.ids().contains(wire.edge().to().node());
            // A copy takes the wires among the copies along, and leaves all others.
            if (lift.copies() && !(fromMoves && toMoves)) {
                continue;
            }
            EdgeShape now = wire.moved(
                    fromMoves ? lift.dx() : 0,
                    fromMoves ? lift.dy() : 0,
                    toMoves ? lift.dx() : 0,
                    toMoves ? lift.dy() : 0);
            wire(painter, now, view, look);
        }
        Viewport shifted =
                view.panned(look.lift().dx() * view.scale(), look.lift().dy() * view.scale());
        for (String id : look.lift().ids()) {
            picture.node(id).ifPresent(node -> {
                cards.paint(painter, node, shifted, Detail.at(view.scale()), look, tag(picture, node, look));
                inside(painter, picture, node, shifted, width, height, look);
            });
        }
    }

    /** A port made to stand out, for a wire that may end there. */
    public static void highlight(Painter painter, PortShape port, Viewport view, CanvasTheme theme) {
        double radius = Math.max(4, 8 * view.scale());
        painter.disc(view.surfaceX(port.x()), view.surfaceY(port.y()), radius, theme.accent(), theme.card(), 2);
    }

    /** The wire of a connecting gesture. */
    public static void draft(Painter painter, EdgeShape wire, Viewport view, Color color) {
        draw(painter, wire, view, color, 2 * Math.max(0.6, Math.min(1.4, view.scale())));
    }
}
