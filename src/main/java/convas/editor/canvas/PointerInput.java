package convas.editor.canvas;

import convas.editor.canvas.paint.Detail;
import convas.editor.canvas.picture.Hit;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.PortShape;
import convas.editor.document.Selection;
import convas.graph.Note;
import convas.graph.Point;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/** Turns what mouse and touchpad do into gestures, of which one at a time goes on. */
final class PointerInput {
    /** Surface pixels beside a port or wire that still count. */
    private static final double REACH = 6;

    private final Region surface;
    private final Board board;
    private final Consumer<String> open;
    private final Consumer<Note> write;
    private final HoverCard hover;
    private Optional<Gesture> gesture = Optional.empty();
    private boolean panKey;

    /** @param open called with the id of a node that was double-clicked; {@code write} with a note */
    PointerInput(Region surface, Board board, HoverCard hover, Consumer<String> open, Consumer<Note> write) {
        this.write = write;
        this.surface = surface;
        this.board = board;
        this.hover = hover;
        this.open = open;
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            hover.moved(pointer(event), hit(pointer(event)), event.getScreenX(), event.getScreenY());
            cursor(pointer(event));
        });
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover.left());
        surface.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        surface.addEventHandler(ZoomEvent.ZOOM, event -> {
            zoom(event.getZoomFactor(), event.getX(), event.getY());
            event.consume();
        });
    }

    Optional<Gesture> gesture() {
        return gesture;
    }

    /** Ends what is going on as if it had never begun; false where nothing is. */
    boolean cancel() {
        Optional<Gesture> going = gesture;
        gesture = Optional.empty();
        going.ifPresent(Gesture::cancel);
        board.repaint();
        return going.isPresent();
    }

    /** While the key is down, dragging pans. */
    void panKey(boolean down) {
        panKey = down;
        surface.setCursor(down ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void pressed(MouseEvent event) {
        surface.requestFocus();
        hover.left();
        event.consume();
        if (gesture.isPresent()) {
            return;
        }
        Pointer pointer = pointer(event);
        boolean pans = event.getButton() == MouseButton.MIDDLE || (event.getButton() == MouseButton.PRIMARY && panKey);
        if (pans) {
            surface.setCursor(Cursor.CLOSED_HAND);
            gesture = Optional.of(new PanGesture(board, pointer));
        } else if (event.getButton() == MouseButton.PRIMARY) {
            gesture = begin(pointer, event.getClickCount());
        } else if (event.getButton() == MouseButton.SECONDARY) {
            selectUnder(pointer);
        }
        board.repaint();
    }

    private Optional<Gesture> begin(Pointer pointer, int clicks) {
        Hit hit = hit(pointer);
        if (hit instanceof Hit.OnPort on) {
            return connect(on.port(), pointer);
        } else if (hit instanceof Hit.OnNode on) {
            NodeShape node = on.node();
            if (clicks == 1 && folds(node, pointer)) {
                new Unfolder(board).toggle(node.id());
                return Optional.empty();
            }
            if (node.kind() != NodeShape.Kind.NODE) {
                return Optional.of(new MarqueeGesture(board, pointer));
            }
            if (clicks == 2) {
                open.accept(node.id());
                return Optional.empty();
            }
            if (node.isInner()) {
                board.document().select(Selection.ofInner(node.id()));
                return Optional.empty();
            }
            return Optional.of(new MoveGesture(board, node, pointer));
        } else if (hit instanceof Hit.OnEdge on && on.edge().isInner()) {
            board.document().select(Selection.ofInnerWire(on.edge().edge()));
            return Optional.empty();
        } else if (hit instanceof Hit.OnEdge on) {
            Selection one = Selection.ofEdge(on.edge().edge());
            board.document()
                    .select(pointer.keeps() ? board.document().selection().toggled(one) : one);
            return pointer.keeps() ? Optional.empty() : BendGesture.begin(board, on.edge(), pointer, clicks);
        } else if (hit instanceof Hit.OnNote on) {
            if (clicks == 2) {
                write.accept(on.note());
                return Optional.empty();
            }
            return Optional.of(new NoteGesture(board, on.note(), on.corner(), pointer));
        }
        if (clicks == 2 && board.isEditable()) {
            board.types().anything(pointer.x(), pointer.y(), "", type -> place(type, pointer));
            return Optional.empty();
        }
        return Optional.of(new MarqueeGesture(board, pointer));
    }

    /**
     * Lets a person choose what to add where a point of the surface is: into the wire or behind the node there, else at the
     * place itself.
     */
    void choose(double x, double y, String typed, Consumer<String> connected) {
        Pointer pointer = new Pointer(x, y, board.viewport().sheet(x, y), false, false, false);
        Hit hit = hit(pointer);
        boolean ground = hit instanceof Hit.Ground || hit instanceof Hit.OnNote;
        if (board.isEditable()) {
            board.types().anything(x, y, typed, ground ? type -> place(type, pointer) : connected);
        }
    }

    /** Adds a node whose card's middle is where the pointer is. */
    private void place(String type, Pointer pointer) {
        Point corner = new Point(
                Math.round(pointer.sheet().x() - NodeShape.WIDTH / 2),
                Math.round(pointer.sheet().y() - NodeShape.HEIGHT / 2));
        board.apply(board.document().intents().add(type, corner));
    }

    private Optional<Gesture> connect(PortShape port, Pointer pointer) {
        if (!board.isEditable()) {
            board.hint(board.texts().get("editorcanvas.refuse.readOnly"));
            return Optional.empty();
        }
        return Optional.of(new ConnectGesture(board, port, pointer));
    }

    /** What a menu is about is selected before it opens. */
    private void selectUnder(Pointer pointer) {
        Hit hit = hit(pointer);
        Selection selection = board.document().selection();
        if (hit instanceof Hit.OnNode on && on.node().isInner()) {
            board.document().select(Selection.ofInner(on.node().id()));
        } else if (hit instanceof Hit.OnNode on
                && !selection.nodes().contains(on.node().id())) {
            board.document().select(Selection.ofNode(on.node().id()));
        } else if (hit instanceof Hit.OnEdge on && on.edge().isInner()) {
            board.document().select(Selection.ofInnerWire(on.edge().edge()));
        } else if (hit instanceof Hit.OnEdge on
                && !selection.edges().contains(on.edge().edge())) {
            board.document().select(Selection.ofEdge(on.edge().edge()));
        } else if (hit instanceof Hit.OnNote on && !selection.notes().contains(on.note())) {
            board.document().select(Selection.ofNote(on.note()));
        }
    }

    private void dragged(MouseEvent event) {
        gesture.ifPresent(going -> going.drag(pointer(event)));
        event.consume();
    }

    private void released(MouseEvent event) {
        Optional<Gesture> going = gesture;
        // Cleared first: what the release edits repaints without the gesture.
        gesture = Optional.empty();
        going.ifPresent(ending -> ending.release(pointer(event)));
        surface.setCursor(panKey ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        board.repaint();
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown() || event.isShortcutDown()) {
            zoom(Math.pow(1.1, event.getDeltaY() / 40), event.getX(), event.getY());
        } else {
            board.viewport(board.viewport().panned(event.getDeltaX(), event.getDeltaY()));
        }
        hover.left();
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        board.viewport(board.viewport().zoomed(board.viewport().scale() * factor, x, y));
    }

    private void cursor(Pointer pointer) {
        if (!panKey) {
            Hit hit = hit(pointer);
            surface.setCursor(
                    hit instanceof Hit.OnPort
                            ? Cursor.CROSSHAIR
                            : hit instanceof Hit.OnNote on && on.corner() ? Cursor.SE_RESIZE : Cursor.DEFAULT);
        }
    }

    /** Whether the pointer is where a module's body is shown in place, or no more. */
    private boolean folds(NodeShape node, Pointer pointer) {
        return node.opens()
                && Detail.at(board.viewport().scale()).compareTo(Detail.TITLE) >= 0
                && node.fold().contains(pointer.sheet().x(), pointer.sheet().y());
    }

    private Hit hit(Pointer pointer) {
        Hit hit = outermost(pointer);
        return hit instanceof Hit.OnNode on && on.node().expanded()
                ? board.picture()
                        .inside(
                                on.node(),
                                pointer.sheet().x(),
                                pointer.sheet().y(),
                                REACH / board.viewport().scale())
                : hit;
    }

    private Hit outermost(Pointer pointer) {
        double reach = REACH / board.viewport().scale();
        double x = pointer.sheet().x();
        double y = pointer.sheet().y();
        return Detail.at(board.viewport().scale()) == Detail.BOX
                ? board.picture().behindPorts(x, y, reach)
                : board.picture().at(x, y, reach);
    }

    private Pointer pointer(MouseEvent event) {
        return new Pointer(
                event.getX(),
                event.getY(),
                board.viewport().sheet(event.getX(), event.getY()),
                event.isShiftDown(),
                event.isShortcutDown(),
                event.isAltDown());
    }
}
