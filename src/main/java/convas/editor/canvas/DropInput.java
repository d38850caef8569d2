package convas.editor.canvas;

import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.picture.NodeShape;
import convas.graph.Point;
import java.util.Optional;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Takes node types that are dragged here from the palette; shows where the card will stand. */
final class DropInput {
    private final Board board;
    private Optional<Point> preview = Optional.empty();

    DropInput(Region surface, Board board) {
        this.board = board;
        surface.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (type(event.getDragboard()).isPresent() && board.isEditable()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                show(Optional.of(new Point(event.getX(), event.getY())));
                event.consume();
            }
        });
        surface.addEventHandler(DragEvent.DRAG_EXITED, event -> show(Optional.empty()));
        surface.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            show(Optional.empty());
            Optional<String> type = type(event.getDragboard());
            boolean done = type.isPresent() && drop(type.get(), event.getX(), event.getY());
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

    private void show(Optional<Point> where) {
        preview = where;
        board.repaint();
    }

    /** Adds a node whose card's middle is at a point of the surface. */
    boolean drop(String type, double x, double y) {
        Point middle = board.viewport().sheet(x, y);
        Point corner =
                new Point(Math.round(middle.x() - NodeShape.WIDTH / 2), Math.round(middle.y() - NodeShape.HEIGHT / 2));
        return board.isEditable() && board.apply(board.document().intents().add(type, corner));
    }

    void paint(Painter painter) {
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
