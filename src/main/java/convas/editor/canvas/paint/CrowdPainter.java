package convas.editor.canvas.paint;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.Inside;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Picture;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Selection;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.paint.Color;

/**
 * Draws very many cards that are too small to be more than boxes. While nothing of them changes, what was drawn is shown
 * again: where it was as in a drag, or moved as in a pan, for which some of what is out of sight is drawn too.
 */
final class CrowdPainter {
    /** With more cards than this in sight, small boxes are drawn by hand. */
    private static final int CROWD = 400;
    /** Surface pixels that are drawn beyond each edge once somebody pans. */
    static final int MARGIN = 128;

    /** What the crowd was drawn of, and the part of the sheet that was. */
    private record Drawn(
            Picture picture,
            Viewport view,
            double width,
            double height,
            CanvasTheme theme,
            Selection selection,
            Optional<HeatLook> heat,
            Set<String> away,
            Bounds area,
            int margin) {
        boolean isOf(Picture other, Viewport at, double wide, double high, Look look) {
            return picture == other
                    && view.scale() == at.scale()
                    && width == wide
                    && height == high
                    && theme == look.theme()
                    && selection == look.selection()
                    && heat.orElse(null) == look.heat().orElse(null)
                    && away.equals(gone(look));
        }

        /** Whether what was drawn is enough for another view of the same scale. */
        boolean covers(Viewport at) {
            Bounds visible = at.visible(width, height);
            return view.equals(at)
                    || margin > 0
                            && area.contains(visible.within(picture.bounds().grown(12)));
        }
    }

    private final Crowd crowd = new Crowd();
    private final List<NodeShape> nodes = new ArrayList<>();
    private final List<EdgeShape> edges = new ArrayList<>();
    private Optional<Drawn> drawn = Optional.empty();

    private static Set<String> gone(Look look) {
        return look.lift().copies() ? Set.of() : look.lift().ids();
    }

    /** Draws the cards if they are small enough and many; false where they are to be drawn one by one. */
    boolean paint(Painter painter, Picture picture, Viewport view, double width, double height, Look look) {
        if (Detail.at(view.scale()).compareTo(Detail.CARD) > 0
                || picture.nodes().size() <= CROWD) {
            drawn = Optional.empty();
            return false;
        }
        Bounds visible = view.visible(width, height);
        boolean same = drawn.filter(before -> before.isOf(picture, view, width, height, look))
                .isPresent();
        if (same && drawn.get().covers(view)) {
            Viewport before = drawn.get().view();
            painter.crowdAgain(view.x() - before.x(), view.y() - before.y());
            return true;
        }
        // The first frame of a pan shows what it must; whoever goes on is likely to go on.
        int margin = same ? MARGIN : 0;
        Bounds area = visible.grown(12 + margin / view.scale());
        look(picture, area);
        if (nodes.size() <= CROWD) {
            drawn = Optional.empty();
            return false;
        }
        fill(picture, view, look);
        painter.crowd(crowd, margin);
        Bounds whole = area.contains(picture.bounds()) ? picture.bounds().grown(12) : area;
        drawn = Optional.of(new Drawn(
                picture, view, width, height, look.theme(), look.selection(), look.heat(), gone(look), whole, margin));
        return true;
    }

    private void look(Picture picture, Bounds area) {
        nodes.clear();
        edges.clear();
        if (area.contains(picture.bounds())) {
            nodes.addAll(picture.nodes());
            edges.addAll(picture.edges());
        } else {
            picture.nodeIndex().within(area, nodes::add);
            picture.edgeIndex().within(area, edges::add);
        }
    }

    private void fill(Picture picture, Viewport view, Look look) {
        crowd.clear();
        CanvasTheme theme = look.theme();
        // Asked ten thousand times: looking in an empty set costs more than the rest.
        boolean someEdges = !look.selection().edges().isEmpty();
        boolean someNodes = !look.selection().nodes().isEmpty();
        boolean someAway = !look.lift().ids().isEmpty();
        for (EdgeShape edge : edges) {
            Color color = someEdges && look.selection().edges().contains(edge.edge()) ? theme.accent() : theme.edge();
            if (!edge.corners().isEmpty()) {
                turning(edge.corners().points(), view, color);
            } else if (edge.legs().isEmpty()) {
                line(edge, view, color);
            } else {
                edge.legs().forEach(leg -> line(leg, view, color));
            }
        }
        for (NodeShape node : nodes) {
            if (!someAway || !look.lift().away(node.id())) {
                Color color = someNodes && look.selection().nodes().contains(node.id())
                        ? theme.accent()
                        : color(picture, node, look);
                box(node, node.expanded() ? theme.cardLine() : color, view);
                if (node.expanded()) {
                    inside(picture, node, view, look);
                }
            }
        }
    }

    private void turning(List<Point> points, Viewport view, Color color) {
        for (int corner = 1; corner < points.size(); corner++) {
            crowd.line(
                    view.surfaceX(points.get(corner - 1).x()),
                    view.surfaceY(points.get(corner - 1).y()),
                    view.surfaceX(points.get(corner).x()),
                    view.surfaceY(points.get(corner).y()),
                    color);
        }
    }

    private void line(EdgeShape edge, Viewport view, Color color) {
        crowd.line(
                view.surfaceX(edge.x1()),
                view.surfaceY(edge.y1()),
                view.surfaceX(edge.x2()),
                view.surfaceY(edge.y2()),
                color);
    }

    private void inside(Picture picture, NodeShape frame, Viewport view, Look look) {
        for (NodeShape card : picture.inside(frame.id()).map(Inside::cards).orElse(List.of())) {
            if (!card.expanded()) {
                box(card, color(picture, card, look), view);
            }
        }
    }

    private void box(NodeShape node, Color color, Viewport view) {
        Bounds card = node.bounds();
        crowd.box(
                view.surfaceX(card.minX()),
                view.surfaceY(card.minY()),
                card.width() * view.scale(),
                card.height() * view.scale(),
                color);
    }

    private static Color color(Picture picture, NodeShape node, Look look) {
        CanvasTheme theme = look.theme();
        if (!picture.colors().isEmpty() && look.heat().isEmpty()) {
            Optional<Color> tag = SheetPainter.tag(picture, node, look);
            if (tag.isPresent()) {
                return tag.get();
            }
        }
        if (node.isError()) {
            return theme.error();
        }
        if (node.node().muted()) {
            return theme.cardLine();
        }
        if (look.heat().isPresent()) {
            Color warm = look.heat().get().color(node);
            return warm == null ? theme.cardLine() : warm;
        }
        return theme.categories().of(node.category());
    }

    /** Cards that are being dragged, on top of the others, with their wires. */
    void lifted(Painter painter, Picture picture, Viewport view, Look look) {
        Lift lift = look.lift();
        for (String id : lift.ids()) {
            for (EdgeShape wire : picture.edgesOf(id)) {
                boolean fromMoves = lift.ids().contains(wire.edge().from().node());
                boolean toMoves = lift.ids().contains(wire.edge().to().node());
                if (lift.copies() && !(fromMoves && toMoves)) {
                    continue;
                }
                painter.line(
                        view.surfaceX(wire.x1() + (fromMoves ? lift.dx() : 0)),
                        view.surfaceY(wire.y1() + (fromMoves ? lift.dy() : 0)),
                        view.surfaceX(wire.x2() + (toMoves ? lift.dx() : 0)),
                        view.surfaceY(wire.y2() + (toMoves ? lift.dy() : 0)),
                        look.theme().edge(),
                        1);
            }
        }
        for (String id : lift.ids()) {
            picture.node(id)
                    .map(NodeShape::bounds)
                    .ifPresent(card -> painter.rect(
                            view.surfaceX(card.minX() + lift.dx()),
                            view.surfaceY(card.minY() + lift.dy()),
                            Math.max(1, card.width() * view.scale()),
                            Math.max(1, card.height() * view.scale()),
                            look.theme().accent()));
        }
    }
}
