package convas.editor.canvas;

import convas.editor.canvas.paint.CanvasTheme;
import convas.editor.canvas.paint.Painter;
import convas.editor.canvas.picture.Bounds;
import convas.editor.canvas.picture.EdgeShape;
import convas.editor.canvas.picture.Hit;
import convas.editor.canvas.picture.NodeShape;
import convas.editor.canvas.picture.PortShape;
import convas.editor.document.Fitting;
import convas.editor.document.PortCount;
import convas.graph.Endpoint;
import convas.graph.Graph;
import convas.graph.Point;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where a wire that starts at a port may end: in two steps, what is near, and whether it fits. */
final class WireTargets {
    /** Surface pixels from which a port attracts a wire's end. */
    private static final double MAGNET = 24;

    /** Surface pixels beside a wire that still count. */
    private static final double WIRE = 14;

    private final Board board;
    private final PortShape fixed;
    private final Fitting fitting;

    /**
     * Where the wire would end.
     *
     * @param refusal why it may not; absent where it may
     * @param doubt why the tensor does not fit there as things are; a wire may be drawn all the same, since what reads
     *     it can be changed afterwards
     */
    record Target(Endpoint end, double x, double y, Optional<String> refusal, Optional<String> doubt) {}

    WireTargets(Board board, PortShape fixed) {
        this.board = board;
        this.fixed = fixed;
        this.fitting = new Fitting(
                board.document().catalog(), board.document().sheet().place(), board.findings(), board.texts());
    }

    private Optional<String> doubt(Endpoint end) {
        return fixed.input() ? fitting.doubt(end, fixed.end()) : fitting.doubt(fixed.end(), end);
    }

    /** The wire at a place of the sheet, whatever lies on top of it. */
    static Optional<EdgeShape> wireAt(Board board, Point at) {
        double reach = WIRE / board.viewport().scale();
        EdgeShape[] nearest = new EdgeShape[1];
        double[] best = {reach};
        board.picture().edgeIndex().within(new Bounds(at.x(), at.y(), at.x(), at.y()).grown(reach), edge -> {
            double distance = edge.distance(at.x(), at.y());
            if (distance <= best[0]) {
                best[0] = distance;
                nearest[0] = edge;
            }
        });
        return Optional.ofNullable(nearest[0]);
    }

    /**
     * Draws every port in sight where the wire fits larger and filled, those whose reader cannot take the tensor as rings
     * in the colour of warnings, and those where it may not end at all small and pale.
     */
    void light(Painter painter, Bounds visible) {
        Graph graph = board.document().sheet().sheet().graph();
        Set<String> closed = graph.reachable(List.of(fixed.end().node()), fixed.input());
        board.picture().nodeIndex().within(visible, node -> {
            boolean fits = board.isEditable() && !node.isInner() && !closed.contains(node.id());
            for (PortShape port : fixed.input() ? node.outputs() : node.inputs()) {
                boolean doubtful = fits && doubt(port.end()).isPresent();
                CanvasTheme theme = board.theme();
                painter.disc(
                        board.viewport().surfaceX(port.x()),
                        board.viewport().surfaceY(port.y()),
                        Math.max(2, (fits ? 7 : 4) * board.viewport().scale()),
                        fits && !doubtful ? theme.accent() : theme.background(),
                        doubtful ? theme.warning() : fits ? theme.accent() : theme.cardLine(),
                        doubtful ? 2.5 : 1.5);
            }
        });
    }

    Optional<Target> near(Pointer pointer) {
        Point at = pointer.sheet();
        double reach = MAGNET / board.viewport().scale();
        Optional<PortShape> port = board.picture().portNear(at.x(), at.y(), reach, !fixed.input(), fixed.input());
        if (port.isPresent() && !port.get().end().equals(fixed.end())) {
            return port.map(found -> target(found.end(), found.x(), found.y()));
        }
        if (board.picture().at(at.x(), at.y(), 1) instanceof Hit.OnNode on) {
            return Optional.of(onCard(on.node()));
        }
        Optional<PortShape> wrong = board.picture().portNear(at.x(), at.y(), reach, fixed.input(), !fixed.input());
        return wrong.filter(found -> !found.end().equals(fixed.end()))
                .map(found -> new Target(
                        found.end(),
                        found.x(),
                        found.y(),
                        refuse(fixed.input() ? "editorcanvas.refuse.twoInputs" : "editorcanvas.refuse.twoOutputs"),
                        Optional.empty()));
    }

    /** On a card: its first free port, one more where its type takes more, else its first. */
    private Target onCard(NodeShape node) {
        List<PortShape> ports = fixed.input() ? node.outputs() : node.inputs();
        double side = fixed.input() ? node.bounds().maxX() : node.bounds().minX();
        if (ports.isEmpty()) {
            return new Target(
                    Endpoint.of(node.id()),
                    side,
                    node.bounds().centerY(),
                    refuse(fixed.input() ? "editorcanvas.refuse.noOutput" : "editorcanvas.refuse.noInput", node.id()),
                    Optional.empty());
        }
        if (fixed.input()) {
            return target(ports.get(0).end(), side, ports.get(0).y());
        }
        Optional<PortShape> free = ports.stream().filter(port -> !port.used()).findFirst();
        if (free.isEmpty() && takesMore(node)) {
            PortShape last = ports.get(ports.size() - 1);
            return target(new Endpoint(node.id(), ports.size()), side, last.y() + 14);
        }
        PortShape port = free.orElse(ports.get(0));
        return target(port.end(), port.x(), port.y());
    }

    private boolean takesMore(NodeShape node) {
        return node.kind() == NodeShape.Kind.NODE
                && PortCount.of(
                                node.node(),
                                board.document().catalog().find(node.node().type()),
                                node.report())
                        .more();
    }

    private Target target(Endpoint end, double x, double y) {
        Optional<String> refusal = reason(end);
        return new Target(end, x, y, refusal, refusal.isPresent() ? Optional.empty() : doubt(end));
    }

    private Optional<String> reason(Endpoint end) {
        Graph graph = board.document().sheet().sheet().graph();
        String from = fixed.input() ? end.node() : fixed.end().node();
        String to = fixed.input() ? fixed.end().node() : end.node();
        if (!board.isEditable()) {
            return refuse("editorcanvas.refuse.readOnly");
        } else if (board.picture()
                .inner(from)
                .or(() -> board.picture().inner(to))
                .isPresent()) {
            return refuse("editordraw.refuse.inner");
        } else if (from.equals(to)) {
            return refuse("editorcanvas.refuse.itself", from);
        } else if ((fixed.input() ? fixed.end() : end).isOutput()
                && graph.node(from).isEmpty()) {
            return refuse("editorcanvas.refuse.throughBody");
        } else if (graph.wouldCycle(from, to)) {
            return refuse("editorcanvas.refuse.cycle", from, to);
        }
        return Optional.empty();
    }

    private Optional<String> refuse(String key, Object... arguments) {
        return Optional.of(board.texts().get(key, arguments));
    }
}
