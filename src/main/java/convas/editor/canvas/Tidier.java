package convas.editor.canvas;

import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.NoteArea;
import convas.editor.canvas.picture.PictureBuilder;
import convas.editor.canvas.picture.Viewport;
import convas.editor.document.Document;
import convas.editor.document.Edit;
import convas.editor.document.OpenSheet;
import convas.editor.motion.Glide;
import convas.graph.Flow;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Note;
import convas.graph.Point;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Lays the open sheet out anew, all of it or what is selected: in the background, until somebody presses Escape, and as
 * one step of the history. The cards glide to their new places unless that is not wanted; whatever a person does next
 * finds them there already.
 */
public final class Tidier {
    /** So many cards take longer to draw than a glide lasts. */
    private static final int MOST_GLIDING = 1500;
    /** A sheet with so many takes long enough to say how to cancel it. */
    private static final int LONG = 300;

    private final CanvasView view;
    private final Board board;
    private final Document document;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame(System.nanoTime());
        }
    };
    private BooleanSupplier motion = () -> false;
    private Optional<Glide> glide = Optional.empty();
    private Viewport from = Viewport.START;
    private Viewport to = Viewport.START;

    Tidier(CanvasView view, Board board) {
        this.view = view;
        this.board = board;
        this.document = board.document();
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> arrive());
        view.addEventFilter(ScrollEvent.SCROLL, event -> arrive());
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            arrive();
            if (event.getCode() == KeyCode.ESCAPE && cancel()) {
                event.consume();
            }
        });
    }

    /** Whether cards may glide; asked each time. */
    public void setMotion(BooleanSupplier wanted) {
        motion = wanted;
    }

    /** Lays out the whole sheet. */
    public void tidy() {
        flow(board.flow());
    }

    /** Lays out the whole sheet with tensors running another way, from now on on every sheet of the design. */
    public void flow(Flow flow) {
        begin(
                document.sheet().sheet().graph().nodes(),
                flow,
                found -> document.apply(framed(placed(found, 0, 0), flow)));
    }

    /** Lays out the selected nodes around the middle of where they are; the others stay where they are. */
    public void tidySelection() {
        Set<String> ids = document.selection().nodes();
        List<Node> some = document.sheet().sheet().graph().nodes().stream()
                .filter(node -> ids.contains(node.id()))
                .toList();
        if (some.size() == document.sheet().sheet().graph().nodes().size()) {
            tidy();
            return;
        }
        Map<String, Point> frames = frames();
        begin(some, board.flow(), found -> {
            Bounds before = around(board.picture().layout(), some, frames);
            Bounds after = around(found, some, frames);
            Map<String, Point> places = placed(
                    found,
                    Math.round(before.centerX() - after.centerX()),
                    Math.round(before.centerY() - after.centerY()));
            board.apply(framed(places, board.flow()));
        });
    }

    private void begin(List<Node> some, Flow flow, java.util.function.Consumer<Layout> apply) {
        if (!board.isEditable() || some.isEmpty()) {
            return;
        }
        arrive();
        OpenSheet asked = document.sheet();
        PictureBuilder builder = board.builder();
        Map<String, Point> frames = frames();
        boolean whole = some.size() == asked.sheet().graph().nodes().size();
        board.placement()
                .tidy(
                        asked,
                        some,
                        flow,
                        node -> frames.getOrDefault(
                                node.id(), builder.size(node, asked.sheet().graph())),
                        found -> {
                            // What was asked for is another sheet by now: then its places mean nothing.
                            if (document.sheet().sheet().graph()
                                    == asked.sheet().graph()) {
                                glide(whole, () -> apply.accept(found));
                            }
                            board.repaint();
                        },
                        () -> {
                            board.hint(board.texts().get("editorlayout.failed"));
                            board.repaint();
                        });
        board.repaint();
    }

    /** The sizes of modules whose bodies are shown in place. */
    private Map<String, Point> frames() {
        Map<String, Point> sizes = new HashMap<>();
        for (NodeShape node : board.picture().nodes()) {
            if (node.expanded()) {
                sizes.put(
                        node.id(),
                        new Point(node.bounds().width(), node.bounds().height()));
            }
        }
        return sizes;
    }

    /** What is to be said while a large sheet is laid out; empty while none is. */
    String banner() {
        return board.placement().isTidying()
                        && document.sheet().sheet().graph().nodes().size() >= LONG
                ? board.texts().get("editorlayout.running")
                : "";
    }

    private boolean cancel() {
        boolean cancelled = board.placement().cancel();
        if (cancelled) {
            board.hint(board.texts().get("editorlayout.cancelled"));
            board.repaint();
        }
        return cancelled;
    }

    private void glide(boolean whole, Runnable apply) {
        Map<String, Point> before = board.picture().layout().positions();
        from = board.viewport();
        apply.run();
        if (whole) {
            view.fit();
        }
        to = board.viewport();
        if (motion.getAsBoolean() && before.size() <= MOST_GLIDING) {
            glide = Optional.of(new Glide(before, System.nanoTime()));
            frame(System.nanoTime());
            timer.start();
        }
    }

    private void frame(long now) {
        if (glide.isEmpty() || glide.get().isOver(now)) {
            arrive();
            return;
        }
        Glide going = glide.get();
        board.under(layout -> going.at(now, layout));
        double part = going.progress(now);
        board.viewport(new Viewport(
                from.scale() * Math.pow(to.scale() / from.scale(), part),
                from.x() + (to.x() - from.x()) * part,
                from.y() + (to.y() - from.y()) * part));
        board.rebuild(() -> {});
    }

    /** Ends the glide: everything stands where it is to stand. */
    private void arrive() {
        timer.stop();
        if (glide.isPresent()) {
            glide = Optional.empty();
            board.under(layout -> layout);
            board.viewport(to);
            board.rebuild(() -> {});
        }
    }

    /** The edit that puts nodes at places; a frame whose nodes all get one goes round them there. */
    private Edit framed(Map<String, Point> places, Flow flow) {
        Map<Note, Note> frames = new LinkedHashMap<>();
        for (Note note : board.picture().notes()) {
            Set<String> ids = new NoteArea(note).framed(board.picture());
            if (!ids.isEmpty() && places.keySet().containsAll(ids)) {
                Bounds around = Bounds.NOTHING;
                for (String id : ids) {
                    Bounds card = board.picture().node(id).orElseThrow().bounds();
                    Point place = places.get(id);
                    around = around.union(Bounds.at(place.x(), place.y(), card.width(), card.height()));
                }
                frames.put(note, NoteArea.round(note, around));
            }
        }
        return document.intents().tidy(places, flow).and(document.annotations().changed(frames));
    }

    private Map<String, Point> placed(Layout found, double dx, double dy) {
        Map<String, Point> places = new LinkedHashMap<>();
        Set<String> ids = document.sheet().sheet().graph().ids();
        found.positions().forEach((id, place) -> {
            if (ids.contains(id)) {
                places.put(id, place.plus(dx, dy));
            }
        });
        return places;
    }

    private static Bounds around(Layout layout, List<Node> some, Map<String, Point> frames) {
        Bounds all = Bounds.NOTHING;
        for (Node node : some) {
            Optional<Point> place = layout.of(node.id());
            if (place.isPresent()) {
                all = all.union(Bounds.at(place.get().x(), place.get().y(), NodeShape.WIDTH, NodeShape.HEIGHT));
            }
        }
        return all;
    }
}
