package convas.editor.canvas;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.document.Clip;
import convas.editor.document.ClipText;
import convas.editor.document.Document;
import convas.editor.document.Pasting;
import convas.graph.Point;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copies and pastes nodes by the system's clipboard, and finds room for what is added without a place. */
final class Scissors {
    private static final double OFFSET = 32;
    private static final double GAP = 24;

    private final Board board;
    private final Document document;
    private final ClipText text = new ClipText();

    Scissors(Board board) {
        this.board = board;
        this.document = board.document();
    }

    /** Puts the selected nodes on the clipboard; false where none is. */
    boolean copy() {
        Clip clip = clip();
        if (clip.isEmpty()) {
            return false;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.write(clip, document.design()));
        Clipboard.getSystemClipboard().setContent(content);
        return true;
    }

    /**
     * Puts what is on the clipboard near where it came from if that is in view, else into the middle.
     *
     * @param connected whether the copies read what their originals read
     */
    void paste(Bounds visible, boolean connected) {
        Optional<Clip> clip =
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).flatMap(text::read);
        if (clip.isEmpty() || !board.isEditable()) {
            return;
        }
        Point corner = clip.get().corner();
        Point place = visible.contains(corner.x(), corner.y())
                ? corner.plus(OFFSET, OFFSET)
                : new Point(Math.round(visible.centerX()), Math.round(visible.centerY()));
        while (isCorner(place)) {
            place = place.plus(OFFSET, OFFSET);
        }
        Pasting pasting = document.pasting();
        board.apply(connected ? pasting.pasteConnected(clip.get(), place) : pasting.paste(clip.get(), place));
    }

    void duplicate() {
        board.apply(document.pasting().duplicate(clip(), OFFSET, OFFSET + NodeShape.HEIGHT));
    }

    private Clip clip() {
        Set<String> ids = document.selection().nodes();
        return Clip.of(document.sheet().sheet(), ids, board.picture().layout())
                .with(document.selection().notes());
    }

    private boolean isCorner(Point place) {
        return board.picture().nodes().stream()
                .anyMatch(node ->
                        node.bounds().minX() == place.x() && node.bounds().minY() == place.y());
    }

    /** Adds a node where nothing stands: in the middle of what is visible or, where that is taken, below. */
    boolean add(String type, Bounds visible) {
        double x = Math.round(visible.centerX() - NodeShape.WIDTH / 2);
        double y = Math.round(visible.centerY() - NodeShape.HEIGHT / 2);
        while (isTaken(Bounds.at(x, y, NodeShape.WIDTH, NodeShape.HEIGHT).grown(GAP / 2))) {
            y += NodeShape.HEIGHT + GAP;
        }
        return board.isEditable() && board.apply(document.intents().add(type, new Point(x, y)));
    }

    private boolean isTaken(Bounds place) {
        boolean[] taken = new boolean[1];
        board.picture().nodeIndex().within(place, node -> taken[0] = true);
        return taken[0];
    }
}
