package convas.editor.canvas;

import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.document.Rewiring;
import convas.graph.Flow;
import convas.graph.Point;
import java.util.Optional;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Takes node types that are dragged here from the palette; shows where the card will stand, and which wire it will go into. */
final class DropInput {
    private final Board board;
    private Optional<Point> preview = Optional.empty();
    private Optional<EdgeShape> wire = Optional.empty();

    DropInput(Region surface, Board board) {
        this.board = board;
        surface.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (type(event.getDragboard()).isPresent() && board.isEditable()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                show(Optional.of(new Point(event.getX(), event.getY())), type(event.getDragboard()));
                event.consume();
            }
        });
        surface.addEventHandler(DragEvent.DRAG_EXITED, event -> show(Optional.empty(), Optional.empty()));
        surface.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            show(Optional.empty(), Optional.empty());
            Optional<String> type = type(event.getDragboard());
            if (type.isEmpty()) {
                // As a file, which is the window's matter.
                return;
            }
            boolean done = drop(type.get(), event.getX(), event.getY());
            event.setDropCompleted(done);
            event.consume();
            if (done) {
                surface.requestFocus();
            }
        });
    }

    private static Optional<String> type(Dragboard dragged) {
        return Optional.ofNullable(dragged.getString())
                .filter(text -> text.startsWith(CanvasView.TYPE_PREFIX))
                .map(text -> text.substring(CanvasView.TYPE_PREFIX.length()));
    }

    private void show(Optional<Point> where, Optional<String> type) {
        preview = where;
        wire = where.filter(
                        at -> type.filter(board.document().rewiring()::passes).isPresent())
                .flatMap(at -> WireTargets.wireAt(board, board.viewport().sheet(at.x(), at.y())));
        board.repaint();
    }

    /** Adds a node whose card's middle is at a point of the surface. */
    boolean drop(String type, double x, double y) {
        Point middle = board.viewport().sheet(x, y);
        Point corner =
                new Point(Math.round(middle.x() - NodeShape.WIDTH / 2), Math.round(middle.y() - NodeShape.HEIGHT / 2));
        if (!board.isEditable()) {
            return false;
        }
        Rewiring rewiring = board.document().rewiring();
        Optional<EdgeShape> wire = rewiring.passes(type) ? WireTargets.wireAt(board, middle) : Optional.empty();
        return board.apply(wire.map(found -> rewiring.insertNew(
                        type,
                        level(corner, middle, found),
                        found.edge(),
                        board.picture().layout(),
                        board.flow(),
                        MoveGesture.length(board.flow())))
                .orElseGet(() -> board.document().intents().add(type, corner)));
    }

    /** A card's corner where its middle is level with a wire. */
    private Point level(Point corner, Point middle, EdgeShape found) {
        double level = Math.round(found.level(middle.x(), middle.y()));
        return board.flow() == Flow.DOWN
                ? new Point(level - NodeShape.WIDTH / 2, corner.y())
                : new Point(corner.x(), level - NodeShape.HEIGHT / 2);
    }

    void paint(Painter painter) {
        wire.ifPresent(found -> SheetPainter.draft(
                painter, found, board.viewport(), board.theme().accent()));
        preview.ifPresent(at -> {
            double width = NodeShape.WIDTH * board.viewport().scale();
            double height = NodeShape.HEIGHT * board.viewport().scale();
            Color accent = board.theme().accent();
            painter.box(
                    at.x() - width / 2,
                    at.y() - height / 2,
                    width,
                    height,
                    8 * board.viewport().scale(),
                    accent.deriveColor(0, 1, 1, 0.12),
                    accent,
                    1.5);
        });
    }
}
