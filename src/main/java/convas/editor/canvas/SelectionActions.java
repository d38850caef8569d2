package convas.editor.canvas;

import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.paint.SheetPainter;
import convas.editor.canvas.paint.TagColors;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.NoteArea;
import convas.editor.document.Document;
import convas.editor.document.Selection;
import convas.graph.Edge;
import convas.graph.Endpoint;
import convas.graph.Note;
import convas.graph.Point;
import convas.operator.NodeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be done with the nodes that are selected on a canvas; each is one step of the history. */
public final class SelectionActions {

    /** Pixels of the view that are to be seen round a new note. */
    private static final double AROUND = 16;

    /** The category of the types where a network begins and ends. */
    private static final String ENDS = "input-output";

    private static final Point NOTE = new Point(200, 80);

    private final CanvasView view;
    private final Board board;
    private final NoteEditor writing;
    private final Document document;
    /** Where the wire starts that is being drawn by keyboard. */
    private Optional<Endpoint> start = Optional.empty();

    SelectionActions(CanvasView view, Board board, NoteEditor writing) {
        this.writing = writing;
        this.view = view;
        this.board = board;
        this.document = board.document();
    }

    /** Leaves the nodes out, or brings them back where all of them are. */
    public void mute() {
        if (!ids().isEmpty()) {
            board.apply(document.intents().mute(ids()));
        }
    }

    /** Asks for another type for the nodes: wires and parameters stay where the new type has them too. */
    public void replaceType() {
        Set<String> ids = ids();
        ids.stream().findFirst().flatMap(board.picture()::node).ifPresent(first -> {
            view.ensureVisible(first.id());
            board.types()
                    .choose(
                            board.viewport().surfaceX(first.bounds().minX()),
                            board.viewport().surfaceY(first.bounds().maxY()),
                            type -> isBetween(type)
                                    && (ids.size() > 1
                                            || !type.type().equals(first.node().type())),
                            type -> board.apply(document.intents().replaceType(ids, type)));
        });
    }

    /** An Input or Output is no other way of computing: in the middle of a network its wires would have no place. */
    private static boolean isBetween(NodeType type) {
        return !type.category().equals(ENDS);
    }

    /**
     * Connects the first selected node's first output with the first free input of the one selected after it. With only
     * one selected, that is where the wire is to start, and the same again at another node ends it there. A selected wire
     * stands for the port that it starts at or, where one is to end, for the port that it ends at: so a wire leads to an
     * output of a body too.
     */
    public void connect() {
        List<String> ids = List.copyOf(ids());
        Optional<Edge> wire = document.selection().edges().stream().findFirst();
        if (!board.isEditable() || ids.isEmpty() && wire.isEmpty()) {
            return;
        }
        if (ids.size() == 2) {
            connect(Endpoint.of(ids.get(0)), ids.get(1));
        } else if (start.isPresent() && ids.isEmpty()) {
            lead(start.get(), wire.orElseThrow().to());
        } else if (start.isPresent() && !start.get().node().equals(ids.get(0))) {
            connect(start.get(), ids.get(0));
        } else {
            start = ids.isEmpty() ? wire.map(Edge::from) : Optional.of(Endpoint.of(ids.get(0)));
            board.hint(board.texts()
                    .get("editordraw.connecting", start.orElseThrow().node()));
            board.repaint();
        }
    }

    private void connect(Endpoint first, String second) {
        // Where it can run one way only, it runs that way.
        boolean back = !takes(second) || circle(first.node(), second);
        boolean turned = back && takes(first.node()) && !circle(second, first.node());
        String to = turned ? first.node() : second;
        Endpoint from = turned ? Endpoint.of(second) : first;
        int port = board.picture().node(to).map(NodeShape::inputs).orElse(List.of()).stream()
                .filter(each -> !each.used())
                .map(each -> each.end().port())
                .findFirst()
                .orElse(0);
        lead(from, new Endpoint(to, port));
    }

    private void lead(Endpoint from, Endpoint to) {
        start = Optional.empty();
        boolean through = to.isOutput()
                && document.sheet().sheet().graph().node(from.node()).isEmpty();
        board.hint(
                through
                        ? board.texts().get("editorcanvas.refuse.throughBody")
                        : circle(from.node(), to.node())
                                ? board.texts().get("editorcanvas.refuse.cycle", from.node(), to.node())
                                : "");
        if (!through) {
            board.apply(document.intents().connect(from, to));
        }
        board.repaint();
    }

    private boolean circle(String from, String to) {
        return document.sheet().sheet().graph().wouldCycle(from, to);
    }

    private boolean takes(String id) {
        return board.picture().node(id).filter(card -> !card.inputs().isEmpty()).isPresent();
    }

    /** A wire to an output of a body can be led elsewhere, but not be taken away: the module would have an output less. */
    void sayIfKept() {
        document.selection().edges().stream()
                .filter(wire -> wire.to().isOutput())
                .findFirst()
                .ifPresent(wire -> board.hint(board.texts()
                        .get("editorcanvas.refuse.outputStays", wire.to().name())));
    }

    /** Forgets where a wire was to start; false where none was. */
    boolean giveUp() {
        boolean going = start.isPresent();
        start = Optional.empty();
        if (going) {
            board.hint("");
            board.repaint();
        }
        return going;
    }

    /** Shows where a wire is to start. */
    void paint(Painter painter) {
        start.flatMap(from -> board.picture().node(from.node()).flatMap(node -> node.port(false, from.port())))
                .ifPresent(port -> SheetPainter.highlight(painter, port, board.viewport(), board.theme()));
    }

    /** Draws a frame round the nodes and notes, and lets its text be written. */
    public void frame() {
        Bounds around = Bounds.NOTHING;
        for (String id : ids()) {
            around =
                    around.union(board.picture().node(id).map(NodeShape::bounds).orElse(Bounds.NOTHING));
        }
        for (Note note : document.selection().notes()) {
            around = around.union(new NoteArea(note).bounds());
        }
        if (!around.isEmpty()) {
            Note frame = new Note("", NOTE, NOTE, true, Optional.empty(), Map.of());
            write(NoteArea.round(frame, around));
        }
    }

    /** Puts a note into the middle of what is visible, and lets its text be written. */
    public void note() {
        Bounds visible = view.visible();
        Point corner =
                new Point(Math.round(visible.centerX() - NOTE.x() / 2), Math.round(visible.centerY() - NOTE.y() / 2));
        write(new Note("", corner, NOTE, false, Optional.empty(), Map.of()));
    }

    /** Adds a point in the middle of each selected wire, to be moved with the arrow keys. */
    public void bend() {
        Map<Edge, List<Point>> bent = new LinkedHashMap<>();
        for (Edge wire : document.selection().edges()) {
            board.picture().edge(wire).ifPresent(shape -> {
                Point middle = new Point(Math.round(shape.xAt(0.5)), Math.round(shape.yAt(0.5)));
                bent.put(wire, BendGesture.with(shape, middle));
            });
        }
        board.apply(document.annotations().bend(bent));
    }

    /** Takes away the points of the selected wires, and of those that lead to a selected node. */
    public void straighten() {
        Map<Edge, List<Point>> straight = new LinkedHashMap<>();
        document.selection().edges().forEach(wire -> straight.put(wire, List.of()));
        ids().forEach(id ->
                document.sheet().sheet().graph().incoming(id).forEach(wire -> straight.put(wire, List.of())));
        board.apply(document.annotations().bend(straight));
    }

    private void write(Note note) {
        if (board.apply(document.annotations().add(note))) {
            board.viewport(
                    board.viewport().showing(new NoteArea(note).bounds(), board.width(), board.height(), AROUND));
            writing.open(note);
        }
    }

    /** Lets the text of the selected note be written. */
    public void editNote() {
        document.selection().notes().stream().findFirst().ifPresent(writing::open);
    }

    /** Gives nodes and notes a colour of {@link TagColors#NAMES}, or takes it away. */
    public void color(Optional<String> name) {
        board.apply(document.annotations().color(document.selection(), name));
    }

    private Set<String> ids() {
        Selection selection = document.selection();
        return selection.nodes();
    }
}
