package convas.editor.canvas;

import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.PortShape;
import convas.editor.canvas.picture.TextRuler.Style;
import convas.editor.document.Edit;
import convas.graph.Edge;
import convas.graph.Edits;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.Point;
import convas.operator.Arguments;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/**
 * Draws a wire from a port to another. Dragging from an input that has a wire takes that wire's end along. Ports of the
 * right side light up and attract the end; one that does not fit says why. Released on empty ground, a list of the node
 * types that fit opens.
 */
final class ConnectGesture implements Gesture {
    /** Surface pixels from the port; nearer, letting go means giving up. */
    private static final double FAR = 40;

    private final Board board;
    private final PortShape fixed;
    private final Optional<Edge> detached;
    private final WireTargets targets;
    private Pointer now;
    private Optional<WireTargets.Target> target = Optional.empty();

    ConnectGesture(Board board, PortShape pressed, Pointer start) {
        this.board = board;
        this.now = start;
        Graph graph = board.document().sheet().sheet().graph();
        this.detached = pressed.input()
                ? graph.incoming(pressed.end().node()).stream()
                        .filter(edge -> edge.to().equals(pressed.end()))
                        .findFirst()
                : Optional.empty();
        this.fixed = detached.flatMap(edge -> board.picture().node(edge.from().node()))
                .flatMap(node -> node.port(false, detached.get().from().port()))
                .orElse(pressed);
        this.targets = new WireTargets(board, fixed);
    }

    @Override
    public void drag(Pointer pointer) {
        now = pointer;
        target = targets.near(pointer);
        board.hint(said().orElse(""));
        board.repaint();
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
        board.hint("");
        target.filter(found -> found.refusal().isEmpty()).map(this::edit).ifPresent(board::apply);
        if (target.isEmpty() && far(pointer) && board.isEditable()) {
            chooseWhatToAdd(pointer);
        }
        board.repaint();
    }

    /** Why the wire does not fit where it would end. */
    private Optional<String> said() {
        return target.flatMap(found -> found.refusal().or(found::doubt));
    }

    private boolean far(Pointer pointer) {
        double wayX = pointer.sheet().x() - fixed.x();
        double wayY = pointer.sheet().y() - fixed.y();
        return Math.hypot(wayX, wayY) * board.viewport().scale() > FAR;
    }

    /** Let go on empty ground, the wire asks what is to stand at its end. */
    private void chooseWhatToAdd(Pointer pointer) {
        boolean input = fixed.input();
        double x = pointer.sheet().x() - (input ? NodeShape.WIDTH : 0);
        Point corner = new Point(Math.round(x), Math.round(pointer.sheet().y() - NodeShape.HEIGHT / 2));
        board.types()
                .choose(
                        pointer.x(),
                        pointer.y(),
                        type -> input
                                ? type.outputs(Arguments.NONE).count() > 0
                                : type.inputs().count() > 0 || type.inputs().more(),
                        type -> board.apply(board.document().rewiring().addTo(type, corner, fixed.end(), input)));
    }

    @Override
    public void cancel() {
        board.hint("");
        board.repaint();
    }

    private Edit edit(WireTargets.Target found) {
        Endpoint from = fixed.input() ? found.end() : fixed.end();
        Endpoint to = fixed.input() ? fixed.end() : found.end();
        Edit connect = board.document().intents().connect(from, to);
        if (detached.isEmpty() || detached.get().to().equals(to)) {
            return connect;
        }
        // The wire's end moves: gone from the old port, there at the new one, in one step.
        return connect.and(
                board.document().sheet().scope().orElseThrow().lift(Edits.disconnect(List.of(detached.get()))));
    }

    @Override
    public void paint(Painter painter) {
        targets.light(painter, board.viewport().visible(board.width(), board.height()));
        double endX = target.map(WireTargets.Target::x).orElse(now.sheet().x());
        double endY = target.map(WireTargets.Target::y).orElse(now.sheet().y());
        Edge draft = new Edge(fixed.end(), fixed.end());
        EdgeShape wire = fixed.input()
                ? EdgeShape.between(draft, board.flow(), endX, endY, fixed.x(), fixed.y(), "")
                : EdgeShape.between(draft, board.flow(), fixed.x(), fixed.y(), endX, endY, "");
        boolean refused = target.flatMap(WireTargets.Target::refusal).isPresent();
        Color color = refused
                ? board.theme().error()
                : said().isPresent() ? board.theme().warning() : board.theme().accent();
        SheetPainter.draft(painter, wire, board.viewport(), color);
        target.ifPresent(found -> painter.disc(
                board.viewport().surfaceX(found.x()),
                board.viewport().surfaceY(found.y()),
                Math.max(4, 8 * board.viewport().scale()),
                color,
                board.theme().card(),
                2));
        said().ifPresent(reason -> say(painter, reason, color));
    }

    private void say(Painter painter, String reason, Color color) {
        double width = board.fonts().width(reason, Style.NOTE) + 20;
        painter.box(now.x() + 14, now.y() + 14, width, 24, 6, board.theme().card(), color, 1);
        painter.text(reason, Style.NOTE, 1, now.x() + 24, now.y() + 30, color);
    }
}
