package convas.editor.canvas.picture;

import convas.graph.Note;
import convas.graph.Point;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The parts of a note on the sheet. A plain note is held anywhere; a frame, so that what stands inside can be reached,
 * by its head and its border.
 */
public record NoteArea(Note note) {
    /** Height of a frame's head, where its text stands. */
    public static final double HEAD = 28;

    private static final double CORNER = 16;
    /** Between a frame and what is inside. */
    private static final double MARGIN = 24;
    /** Smaller, a note could not be held any more. */
    private static final double LEAST = 48;

    public Bounds bounds() {
        return Bounds.at(
                note.position().x(),
                note.position().y(),
                note.size().x(),
                note.size().y());
    }

    /** Where the text stands: all of a note, the head of a frame. */
    public Bounds words() {
        Bounds all = bounds();
        return note.frame() ? Bounds.at(all.minX(), all.minY(), all.width(), Math.min(HEAD, all.height())) : all;
    }

    /** The lower right corner, by which the size is changed. */
    public Bounds corner() {
        Bounds all = bounds();
        return new Bounds(all.maxX() - CORNER, all.maxY() - CORNER, all.maxX(), all.maxY());
    }

    /** Whether a point holds the note. @param reach how far beside a frame's border still counts */
    public boolean holds(double x, double y, double reach) {
        if (!bounds().grown(reach).contains(x, y)) {
            return false;
        }
        return !note.frame()
                || words().contains(x, y)
                || corner().contains(x, y)
                || !bounds().grown(-reach).contains(x, y);
    }

    /** Whether it is a frame with the middle of a thing inside. */
    public boolean frames(Bounds thing) {
        return note.frame() && bounds().contains(thing.centerX(), thing.centerY());
    }

    /** Ids of the nodes in it, where it is a frame. */
    public Set<String> framed(Picture picture) {
        Set<String> ids = new LinkedHashSet<>();
        if (note.frame()) {
            picture.nodeIndex().within(bounds(), node -> {
                if (node.kind() == NodeShape.Kind.NODE && !node.isInner() && frames(node.bounds())) {
                    ids.add(node.id());
                }
            });
        }
        return ids;
    }

    /** A frame round things, with room for its head; these must be some. */
    public static Note round(Note frame, Bounds things) {
        Bounds inside = things.grown(MARGIN);
        return frame.at(
                new Point(inside.minX(), inside.minY() - HEAD), new Point(inside.width(), inside.height() + HEAD));
    }

    /** The note with its lower right corner moved. */
    public Note resized(double dx, double dy) {
        return note.at(
                note.position(),
                new Point(
                        Math.max(LEAST, note.size().x() + dx),
                        Math.max(LEAST, note.size().y() + dy)));
    }
}
