package convas.editor.canvas;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NoteArea;
import convas.editor.canvas.picture.TextRuler.Style;
import convas.graph.Note;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Writes the text of a note where it stands. Escape gives up; Ctrl and Enter, or Enter alone on a frame, and going
 * elsewhere keep what was written, as one step of the history.
 */
final class NoteEditor extends Region {
    private static final double LEAST_WIDTH = 140;
    private static final double LEAST_HEIGHT = 38;

    private final CanvasView view;
    private final Board board;
    private final TextArea area = new TextArea();
    private Optional<Note> note = Optional.empty();

    NoteEditor(CanvasView view, Board board) {
        this.view = view;
        this.board = board;
        area.setId("note-text");
        area.setWrapText(true);
        area.setAccessibleText(board.texts().get("editordraw.noteText"));
        getChildren().add(area);
        setManaged(false);
        setVisible(false);
        setPickOnBounds(false);
        area.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                keep();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // Nothing that is meant for the text may reach the sheet below.
        addEventHandler(KeyEvent.ANY, Event::consume);
        addEventHandler(MouseEvent.ANY, Event::consume);
        addEventHandler(ScrollEvent.ANY, Event::consume);
    }

    /** Opens a note for writing, all of its text selected. */
    void open(Note wanted) {
        if (!board.isEditable()) {
            return;
        }
        keep();
        note = Optional.of(wanted);
        area.setText(wanted.text());
        setVisible(true);
        place();
        area.requestFocus();
        area.selectAll();
    }

    /** Stays over the note while the view moves. */
    void place() {
        note.ifPresent(shown -> {
            Bounds words = new NoteArea(shown).words();
            double scale = board.viewport().scale();
            double width = Math.max(LEAST_WIDTH, words.width() * scale);
            double height = Math.max(LEAST_HEIGHT, words.height() * scale);
            resizeRelocate(
                    board.viewport().surfaceX(words.minX()), board.viewport().surfaceY(words.minY()), width, height);
            double size = (shown.frame() ? Style.TITLE : Style.NOTE).size() * Math.max(0.9, Math.min(1.4, scale));
            area.setStyle("-fx-font-size: " + Math.round(size) + "px;");
        });
    }

    @Override
    protected void layoutChildren() {
        area.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void key(KeyEvent event) {
        boolean enter = event.getCode() == KeyCode.ENTER;
        if (event.getCode() == KeyCode.ESCAPE) {
            note = Optional.empty();
            leave();
            event.consume();
        } else if (enter && (event.isShortcutDown() || note.filter(Note::frame).isPresent())) {
            keep();
            leave();
            event.consume();
        }
    }

    private void leave() {
        setVisible(false);
        view.requestFocus();
    }

    private void keep() {
        Optional<Note> written = note;
        note = Optional.empty();
        setVisible(false);
        written.filter(old -> !old.text().equals(area.getText()))
                .ifPresent(
                        old -> board.apply(board.document().annotations().change(old, old.withText(area.getText()))));
    }
}
