package convas.editor.canvas;

import convas.editor.document.Selection;
import convas.graph.Note;
import convas.graph.Point;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keyboard does while the canvas has the focus. */
final class KeyInput {
    private static final double STEP = 8;

    private final CanvasView view;
    private final Board board;
    private final PointerInput pointer;

    KeyInput(CanvasView view, Board board, PointerInput pointer) {
        this.view = view;
        this.board = board;
        this.pointer = pointer;
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            // With Alt besides they are commands of the menu.
            if (event.isAltDown() && event.isShortcutDown()) {
                return;
            }
            // Keys with Alt are the menus'.
            if (event.isShortcutDown()
                    ? shortcut(event.getCode(), event.isShiftDown())
                    : !event.isAltDown() && plain(event.getCode(), event.isShiftDown())) {
                event.consume();
            }
        });
        view.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                pointer.panKey(false);
            }
        });
        view.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                pointer.panKey(false);
            }
        });
    }

    private boolean shortcut(KeyCode key, boolean shift) {
        if (shift) {
            if (key == KeyCode.V) {
                view.pasteConnected();
            }
            return key == KeyCode.V;
        }
        switch (key) {
            case A -> view.selectAll();
            case C -> view.copy();
            case X -> view.cut();
            case V -> view.paste();
            case D -> view.duplicate();
            case DIGIT0, NUMPAD0 -> view.zoomTo(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode key, boolean fine) {
        double step = fine ? 1 : STEP;
        switch (key) {
            case DELETE, BACK_SPACE -> {
                if (fine) {
                    view.deleteWithWires();
                } else {
                    view.deleteSelection();
                }
            }
            case LEFT -> nudge(-step, 0);
            case RIGHT -> nudge(step, 0);
            case UP -> nudge(0, -step);
            case DOWN -> nudge(0, step);
            case TAB -> {
                return view.walker().step(!fine);
            }
            case ESCAPE -> {
                if (!pointer.cancel() && !view.selected().giveUp()) {
                    board.document().select(Selection.NONE);
                }
            }
            case F -> view.fit();
            case E -> view.unfolder().toggleSelected();
            case M -> view.selected().mute();
            case ENTER -> {
                if (!view.openSelected()) {
                    view.selected().editNote();
                }
            }
            case SPACE -> pointer.panKey(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void nudge(double dx, double dy) {
        Selection selection = board.document().selection();
        boolean wires = selection.edges().stream()
                .anyMatch(edge ->
                        !board.document().sheet().sheet().layout().bends(edge).isEmpty());
        if (selection.nodes().isEmpty() && selection.notes().isEmpty() && wires && board.isEditable()) {
            board.applyMerging(
                    List.of("bend", selection.edges()),
                    board.document().annotations().shift(selection.edges(), dx, dy));
        } else if (selection.nodes().isEmpty() && selection.notes().isEmpty()) {
            board.viewport(board.viewport().panned(-4 * dx, -4 * dy));
        } else if (board.isEditable()) {
            // Notes are known by all that is in them but their place, which the nudge itself changes.
            List<Note> notes = selection.notes().stream()
                    .map(note -> note.at(new Point(0, 0), note.size()))
                    .toList();
            board.applyMerging(
                    List.of("nudge", selection.nodes(), notes),
                    board.document()
                            .annotations()
                            .carry(
                                    selection,
                                    MoveGesture.moved(board.picture(), selection.nodes(), 0, 0),
                                    selection.notes(),
                                    dx,
                                    dy));
        }
    }
}
