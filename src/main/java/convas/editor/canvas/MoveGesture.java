package convas.editor.canvas;

import convas.editor.arrange.Snap;
import convas.editor.canvas.paint.Lift;
import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.Picture;
import convas.editor.document.Clip;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.graph.Flow;
import convas.graph.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the selected nodes; one edit when released, however long the way. They come to rest in line with other cards or
 * on the grid. With Control a copy moves and the original stays; a node that stands alone and is let go on a wire is put
 * into it. A mere click selects.
 */
final class MoveGesture implements Gesture {
    /** Surface pixels that a shaking hand moves in a click. */
    private static final double SLACK = 4;
    /** Surface pixels from which a line attracts a card. */
    private static final double ATTRACTION = 6;
    /** With more cards than this in sight, which to line up with could not be seen anyway. */
    private static final int MOST_LINES = 300;

    private static final double GAP = 40;

    private final Board board;
    private final String grabbed;
    private final Pointer start;
    private final boolean wasSelected;
    private boolean moving;
    private boolean copying;
    private double dx;
    private double dy;
    private List<Snap.Guide> guides = List.of();
    private Optional<EdgeShape> wire = Optional.empty();

    MoveGesture(Board board, NodeShape node, Pointer start) {
        this.board = board;
        this.grabbed = node.id();
        this.start = start;
        Selection selection = board.document().selection();
        this.wasSelected = selection.nodes().contains(grabbed);
        Selection one = Selection.ofNode(grabbed);
        if (start.adding()) {
            board.document().select(selection.toggled(one));
        } else if (!wasSelected) {
            board.document().select(start.other() ? selection.plus(one) : one);
        }
    }

    /** Of a card along the flow, with the room to the next. */
    static double length(Flow flow) {
        return GAP + (flow == Flow.DOWN ? NodeShape.HEIGHT : NodeShape.WIDTH);
    }

    @Override
    public void drag(Pointer pointer) {
        double wayX = pointer.x() - start.x();
        double wayY = pointer.y() - start.y();
        if (!moving && Math.hypot(wayX, wayY) < SLACK || !board.isEditable()) {
            return;
        }
        moving = true;
        copying = pointer.other();
        dx = Math.round(pointer.sheet().x() - start.sheet().x());
        dy = Math.round(pointer.sheet().y() - start.sheet().y());
        wire = copying ? Optional.empty() : wireUnder(pointer);
        guides = List.of();
        if (board.isSnapping() && !pointer.free()) {
            wire.ifPresentOrElse(found -> level(found, pointer.sheet()), this::snap);
        }
        board.repaint();
    }

    /** Brings the card's first input to the height of the wire that it is to be put into. */
    private void level(EdgeShape found, Point at) {
        board.picture().node(grabbed).flatMap(node -> node.port(true, 0)).ifPresent(port -> {
            double level = found.level(at.x(), at.y());
            if (board.flow() == Flow.DOWN) {
                dx = Math.round(level - port.x());
            } else {
                dy = Math.round(level - port.y());
            }
        });
    }

    private void snap() {
        Set<String> ids = selected();
        Bounds moved = Bounds.NOTHING;
        for (String id : ids) {
            moved = moved.union(board.picture().node(id).map(NodeShape::bounds).orElse(Bounds.NOTHING));
        }
        Bounds moving = moved.moved(dx, dy);
        List<Bounds> others = new ArrayList<>();
        Bounds around = moving.grown(1200 / Math.max(0.2, board.viewport().scale()));
        board.picture().nodeIndex().within(around, node -> {
            if ((copying || !ids.contains(node.id())) && others.size() <= MOST_LINES) {
                others.add(node.bounds());
            }
        });
        if (others.size() > MOST_LINES || moving.isEmpty()) {
            return;
        }
        Snap snap = Snap.of(moving, others, ATTRACTION / board.viewport().scale());
        dx += snap.dx();
        dy += snap.dy();
        guides = snap.guides();
    }

    /** The wire below the pointer that the one node being moved may be put into. */
    private Optional<EdgeShape> wireUnder(Pointer pointer) {
        Set<String> ids = selected();
        if (ids.size() != 1) {
            return Optional.empty();
        }
        return WireTargets.wireAt(board, pointer.sheet())
                .filter(found -> board.document().rewiring().fits(grabbed, found.edge()));
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
        Document document = board.document();
        if (!moving) {
            click();
        } else if (wire.isPresent()) {
            Point place = moved(board.picture(), selected(), dx, dy).get(grabbed);
            board.apply(document.rewiring()
                    .insert(
                            grabbed,
                            place,
                            wire.get().edge(),
                            board.picture().layout(),
                            board.flow(),
                            length(board.flow())));
        } else if (copying) {
            Clip clip = Clip.of(
                    document.sheet().sheet(), selected(), board.picture().layout());
            board.apply(document.pasting().duplicate(clip, dx, dy));
        } else {
            board.apply(document.annotations()
                    .carry(
                            document.selection(),
                            moved(board.picture(), selected(), 0, 0),
                            document.selection().notes(),
                            dx,
                            dy));
        }
        board.repaint();
    }

    private void click() {
        if (!wasSelected || start.adding()) {
            return;
        }
        Selection one = Selection.ofNode(grabbed);
        board.document().select(start.other() ? board.document().selection().toggled(one) : one);
    }

    /** Where nodes are when they are some way from where they are shown. */
    static Map<String, Point> moved(Picture picture, Set<String> ids, double dx, double dy) {
        Map<String, Point> places = new LinkedHashMap<>();
        for (String id : ids) {
            picture.node(id)
                    .ifPresent(node -> places.put(
                            id,
                            new Point(node.bounds().minX() + dx, node.bounds().minY() + dy)));
        }
        return places;
    }

    @Override
    public void paint(Painter painter) {
        for (Snap.Guide guide : guides) {
            double at = guide.vertical()
                    ? board.viewport().surfaceX(guide.at())
                    : board.viewport().surfaceY(guide.at());
            double from = guide.vertical()
                    ? board.viewport().surfaceY(guide.from())
                    : board.viewport().surfaceX(guide.from());
            double to = guide.vertical()
                    ? board.viewport().surfaceY(guide.to())
                    : board.viewport().surfaceX(guide.to());
            if (guide.vertical()) {
                painter.line(at, from - 12, at, to + 12, board.theme().accent(), 1);
            } else {
                painter.line(from - 12, at, to + 12, at, board.theme().accent(), 1);
            }
        }
        if (moving && !copying) {
            board.document()
                    .selection()
                    .notes()
                    .forEach(note -> NoteGesture.outline(board, painter, note.movedBy(dx, dy)));
        }
        wire.ifPresent(found -> SheetPainter.draft(
                painter, found, board.viewport(), board.theme().accent()));
    }

    private Set<String> selected() {
        return board.document().selection().nodes();
    }

    @Override
    public Lift lift() {
        return moving ? new Lift(selected(), dx, dy, copying) : Lift.NONE;
    }
}
